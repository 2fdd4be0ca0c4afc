-- What programs gave is summed from entries. A day that is over never changes, so its sums are kept once somebody has
-- asked for them; the days that are not over are summed from the entries themselves, along the index.
ALTER TABLE entry
    ADD KEY entry_recorded (tenant_id, recorded_at);

CREATE TABLE entry_day (
    tenant_id       INT            NOT NULL,
    unit            VARCHAR(40)    NOT NULL,
    day_on          DATE           NOT NULL COMMENT 'in the time zone of the program that was in force',
    rule            VARCHAR(100)   NOT NULL COMMENT 'the earning rule that granted the units; empty when none did',
    program_version INT            NOT NULL,
    kind            VARCHAR(16)    NOT NULL,
    from_account    VARCHAR(16)    NOT NULL,
    to_account      VARCHAR(16)    NOT NULL,
    starts_at       BIGINT         NOT NULL COMMENT 'the first moment of the day',
    ends_at         BIGINT         NOT NULL COMMENT 'the first moment of the next',
    amount          DECIMAL(38, 0) NOT NULL COMMENT 'of all members together, in the smallest step of the unit',
    PRIMARY KEY (tenant_id, unit, day_on, rule, program_version, kind, from_account, to_account)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'sums of entries by the day on which they were recorded';

CREATE TABLE entry_summed (
    tenant_id INT    NOT NULL,
    up_to_at  BIGINT NOT NULL COMMENT 'what was recorded before is in entry_day; whoever sums a day holds this row',
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'how far entries are summed by days';
