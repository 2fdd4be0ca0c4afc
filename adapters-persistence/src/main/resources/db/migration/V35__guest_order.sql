-- Orders of customers who are no members yet, and what was told of them.

CREATE TABLE guest_order (
    tenant_id          INT            NOT NULL,
    order_id           VARBINARY(128) NOT NULL,
    email_hash         BINARY(32)     NULL COMMENT 'HMAC-SHA-256 as in member_identifier; the address is kept nowhere. NULL when none was told, and once it was claimed',
    phone_hash         BINARY(32)     NULL COMMENT 'the same of a phone number',
    occurred_at        BIGINT         NULL COMMENT 'when it was bought; NULL while only refunds of it were told',
    claimable_until_at BIGINT         NOT NULL COMMENT 'first moment at which nobody can claim it any more; then it is deleted, unless somebody had',
    facts              INT            NOT NULL COMMENT 'how many rows of guest_activity wait with it',
    member_no          INT            NULL COMMENT 'whose it is; NULL while it is nobody''s',
    claimed_at         BIGINT         NULL,
    PRIMARY KEY (tenant_id, order_id),
    KEY guest_order_email (tenant_id, email_hash, occurred_at),
    KEY guest_order_phone (tenant_id, phone_hash, occurred_at),
    KEY guest_order_until (member_no, claimable_until_at),
    KEY guest_order_member (tenant_id, member_no, claimable_until_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'orders of guests; its row is the lock under which everything about such an order is decided';

CREATE TABLE guest_activity (
    tenant_id   INT            NOT NULL,
    guest_no    BIGINT         NOT NULL AUTO_INCREMENT COMMENT 'from 1, over all tenants',
    order_id    VARBINARY(128) NULL COMMENT 'this and what follows but the reply: NULL once its order''s time was over',
    source      VARBINARY(128) NULL COMMENT 'with external_id the caller''s key of the fact, as in activity',
    external_id VARBINARY(128) NULL,
    occurred_at BIGINT         NULL,
    historical  TINYINT(1)     NULL COMMENT '1 for imported history',
    payload     JSON           NULL COMMENT 'the fact',
    recorded_at BIGINT         NOT NULL,
    reply       MEDIUMBLOB     NOT NULL COMMENT 'the bytes sent to the caller, sent again when the request is repeated',
    PRIMARY KEY (tenant_id, guest_no),
    UNIQUE KEY guest_activity_no (guest_no),
    UNIQUE KEY guest_activity_key (tenant_id, source, external_id),
    KEY guest_activity_order (tenant_id, order_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'facts of guests; a claim moves them, with their replies, into activity';
