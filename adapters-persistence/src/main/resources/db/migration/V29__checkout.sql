-- What is held for orders is a redemption without a reward. Its units and vouchers are spent when the order is told.

ALTER TABLE redemption
    MODIFY reward VARCHAR(64) NOT NULL COMMENT 'its id in the program; empty for what is held for an order',
    ADD COLUMN order_id VARBINARY(512) NULL COMMENT 'the caller''s id of the order that it is held for; NULL for a reward',
    ADD COLUMN returned BIGINT NOT NULL DEFAULT 0 COMMENT 'how many of the units that paid for the order went back by refunds',
    ADD COLUMN checkout JSON NULL COMMENT 'the vouchers and discounts of the order, and what was agreed; NULL for a reward',
    ADD KEY redemption_order (tenant_id, member_no, order_id);
