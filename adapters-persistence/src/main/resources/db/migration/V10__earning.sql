ALTER TABLE member
    ADD COLUMN birthday_at   BIGINT     NULL COMMENT 'when the next birthday begins; no more of the birth date is known here',
    ADD COLUMN birthday_leap TINYINT(1) NOT NULL DEFAULT 0 COMMENT '1 for somebody born on 29 February',
    ADD COLUMN birthday_year INT        NOT NULL DEFAULT 0 COMMENT 'the year of the last birthday that was kept; 0 for none',
    ADD COLUMN anniversaries INT        NOT NULL DEFAULT 0 COMMENT 'how many anniversaries of the enrolment were kept';

ALTER TABLE lot
    ADD COLUMN awaits  VARCHAR(64) NOT NULL DEFAULT '' COMMENT 'the custom activity about the order that it waits for; available_at is then when it is cancelled',
    ADD COLUMN sliding TINYINT(1)  NOT NULL DEFAULT 0 COMMENT '1 when its expiry moves with what the member does; expires_at is then NULL';

CREATE TABLE budget_use (
    tenant_id INT          NOT NULL,
    budget    VARCHAR(64)  NOT NULL COMMENT 'its id in the program',
    starts_on DATE         NOT NULL COMMENT 'the first day of the period, in the zone of the program',
    drawn     BIGINT       NOT NULL COMMENT 'by all members together, in the smallest step of its unit',
    PRIMARY KEY (tenant_id, budget, starts_on)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'what was drawn on budgets; a row is locked by who draws, after the members';

CREATE TABLE standing_change (
    tenant_id  INT         NOT NULL,
    member_no  INT         NOT NULL,
    member_seq BIGINT      NOT NULL COMMENT 'the event that told of it',
    subject    VARCHAR(64) NOT NULL COMMENT 'the plan of a membership; empty for the level',
    changed_at BIGINT      NOT NULL COMMENT 'since when; never goes back',
    from_state VARCHAR(64) NOT NULL COMMENT 'the level, empty for none, or the state of the membership',
    to_state   VARCHAR(64) NOT NULL,
    reason     VARCHAR(32) NOT NULL COMMENT 'why a level changed; empty for a membership',
    PRIMARY KEY (tenant_id, member_no, member_seq)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'the history of standings, as it came to be known; append-only';
