-- Members have to know of a version that was applied: what is due for them may change with it. A decision looks for
-- itself; whom nobody decides about is planned again in the order of the numbers, some in each transaction.
CREATE TABLE replan (
    tenant_id    INT    NOT NULL,
    version      INT    NOT NULL COMMENT 'the version whose application asked for it',
    effective_at BIGINT NOT NULL COMMENT 'when the version takes effect: everybody is due then at the latest',
    asked_at     BIGINT NOT NULL COMMENT 'in the database''s real time, as started_at and finished_at',
    last_no      INT    NOT NULL COMMENT 'the highest member_no that was handed out by then; who has a higher one knew of the version',
    members      BIGINT NOT NULL COMMENT 'how many there were when it was asked',
    up_to        INT    NOT NULL COMMENT 'the highest member_no that was planned; 0 before the first',
    planned      BIGINT NOT NULL COMMENT 'how many members that were',
    started_at   BIGINT NULL COMMENT 'when the first of them were planned; NULL before',
    finished_at  BIGINT NULL COMMENT 'when the last of them were planned; NULL as long as members are left',
    PRIMARY KEY (tenant_id, version),
    KEY replan_open (finished_at, asked_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'versions by which members are planned again, and how far that is';
