-- Units that members send to each other.

CREATE TABLE transfer (
    tenant_id        INT            NOT NULL,
    from_member_no   INT            NOT NULL,
    transfer_no      BIGINT         NOT NULL COMMENT 'command_no of the command that sent it',
    position         BIGINT         NOT NULL AUTO_INCREMENT COMMENT 'from 1, over all tenants, in the order of sending',
    to_member_no     INT            NOT NULL,
    unit             VARCHAR(40)    NOT NULL,
    amount           BIGINT         NOT NULL,
    message          VARBINARY(800) NOT NULL COMMENT 'the sender''s words to the receiver; empty for none',
    program_version  INT            NOT NULL COMMENT 'the version under which it was sent',
    state            VARCHAR(16)    NOT NULL COMMENT 'SENT, RECEIVED or RETURNED',
    sent_at          BIGINT         NOT NULL,
    settled_at       BIGINT         NULL COMMENT 'when it was received or came back; NULL while it is on its way',
    shares           JSON           NOT NULL COMMENT 'the sender''s lots that it was sent of, with their terms',
    returned_because VARCHAR(64)    NOT NULL COMMENT 'the reason for which it came back; empty unless it did',
    PRIMARY KEY (tenant_id, from_member_no, transfer_no),
    UNIQUE KEY transfer_position (position),
    KEY transfer_sent (tenant_id, from_member_no, position),
    KEY transfer_received (tenant_id, to_member_no, position),
    KEY transfer_unsettled (state, tenant_id, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'units on their way from one member to another, and what became of them';
