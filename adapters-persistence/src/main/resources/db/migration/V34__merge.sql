-- Members who turned out to be one customer.

ALTER TABLE member
    ADD COLUMN merged_into INT NULL COMMENT 'the member_no of whom it became a part of; NULL for most',
    ADD COLUMN merged      INT NOT NULL DEFAULT 0 COMMENT 'how many rows of member_merge lead to it; for most members none, and then nobody looks';

CREATE TABLE member_merge (
    tenant_id         INT    NOT NULL,
    from_no           INT    NOT NULL COMMENT 'member_no of the one that was merged; its row in member keeps its id for ever',
    into_no           INT    NOT NULL COMMENT 'member_no of the one that has everything now, be it by way of another',
    first_activity_no BIGINT NOT NULL COMMENT 'this and the next five: what it brought along, as it is numbered now; one more than the last when it brought none. Request keys still have its own numbers, from 1',
    last_activity_no  BIGINT NOT NULL,
    first_command_no  BIGINT NOT NULL,
    last_command_no   BIGINT NOT NULL,
    first_entry_no    BIGINT NOT NULL,
    last_entry_no     BIGINT NOT NULL,
    apart_until_at    BIGINT NOT NULL COMMENT 'no fact from before the merge occurred later',
    merged_at         BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, from_no),
    KEY member_merge_into (tenant_id, into_no, first_activity_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'members that became a part of others';
