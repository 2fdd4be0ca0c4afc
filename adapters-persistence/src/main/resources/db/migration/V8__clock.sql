-- The time of a tenant. A real tenant has none of its own: its time is everybody's, and its members have the clock 0.
-- Whoever moves a sandbox's clock has its turn, which is counted, so that one whose turn has passed to another moves
-- nothing any more.

ALTER TABLE tenant
    ADD COLUMN clock_at           BIGINT NULL COMMENT 'the virtual time of a sandbox; NULL for a real tenant; it never goes back and the kind never changes',
    ADD COLUMN clock_turn         BIGINT NOT NULL DEFAULT 0 COMMENT 'counts the turns of those who move the clock; only the last one may',
    ADD COLUMN clock_turn_ends_at BIGINT NULL COMMENT 'in the database''s real time: when the turn ends unless it is renewed; NULL while nobody has it';

ALTER TABLE member
    ADD COLUMN clock_id INT NOT NULL DEFAULT 0 COMMENT 'whose time it lives in: 0 the real one, otherwise the tenant_id of its sandbox',
    DROP KEY member_due,
    ADD KEY member_due (clock_id, next_due_at);
