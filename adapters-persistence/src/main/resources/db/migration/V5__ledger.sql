CREATE TABLE balance (
    tenant_id INT         NOT NULL,
    member_no INT         NOT NULL,
    unit      VARCHAR(40) NOT NULL,
    available BIGINT      NOT NULL COMMENT 'this and what follows: in the unit''s smallest step, never negative; equals the sum of the entries',
    pending   BIGINT      NOT NULL COMMENT 'earned, not active yet',
    held      BIGINT      NOT NULL COMMENT 'set aside for reservations',
    debt      BIGINT      NOT NULL COMMENT 'what the member owes; never positive together with available',
    PRIMARY KEY (tenant_id, member_no, unit)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'what members have of each unit';

CREATE TABLE lot (
    tenant_id       INT          NOT NULL,
    member_no       INT          NOT NULL,
    closed          TINYINT(1)   NOT NULL COMMENT '1 when nothing remains; in the clustered key so that loading the open ones never reads past closed ones',
    lot_no          INT          NOT NULL COMMENT 'from 1, in order of issue',
    unit            VARCHAR(40)  NOT NULL,
    original        BIGINT       NOT NULL COMMENT 'what was issued',
    remaining       BIGINT       NOT NULL COMMENT '0 to original',
    expired         BIGINT       NOT NULL COMMENT 'what ran out and was not taken back since',
    pending         TINYINT(1)   NOT NULL COMMENT '1 until it becomes active',
    available_at    BIGINT       NOT NULL COMMENT 'pending until then',
    expires_at      BIGINT       NULL COMMENT 'first moment at which it can no longer be used; NULL means never',
    activity_no     BIGINT       NOT NULL COMMENT 'the fact that earned it, 0 when none',
    rule            VARCHAR(100) NULL COMMENT 'the rule that granted it',
    program_version INT          NOT NULL COMMENT '0 when no rule granted it',
    issued_by       BIGINT       NOT NULL COMMENT 'entry_no of its issue',
    expired_by      BIGINT       NULL COMMENT 'entry_no of its expiry',
    PRIMARY KEY (tenant_id, member_no, closed, lot_no),
    KEY lot_activity (tenant_id, member_no, activity_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'amounts that were earned together';

CREATE TABLE entry (
    tenant_id         INT          NOT NULL,
    member_no         INT          NOT NULL,
    entry_no          BIGINT       NOT NULL COMMENT 'from 1, without gaps',
    unit              VARCHAR(40)  NOT NULL,
    from_account      VARCHAR(16)  NOT NULL,
    to_account        VARCHAR(16)  NOT NULL,
    amount            BIGINT       NOT NULL COMMENT 'in the unit''s smallest step, more than zero',
    lot_no            INT          NULL COMMENT 'the lot whose remainder changed; NULL when only debt moved',
    kind              VARCHAR(16)  NOT NULL,
    cause_trigger     VARCHAR(16)  NOT NULL COMMENT 'ACTIVITY, COMMAND or DUE',
    cause_number      BIGINT       NOT NULL COMMENT 'activity_no, command_no or, for DUE, lot_no',
    cause_activity_no BIGINT       NOT NULL COMMENT 'the fact whose entitlement moved; 0 when none',
    rule              VARCHAR(100) NULL COMMENT 'the earning rule; NULL when none decided',
    program_version   INT          NOT NULL COMMENT '0 when none was needed',
    effective_at      BIGINT       NOT NULL COMMENT 'the moment it counts from',
    corrects          BIGINT       NULL COMMENT 'entry_no of the entry that this one takes back',
    recorded_at       BIGINT       NOT NULL COMMENT 'when it was decided',
    PRIMARY KEY (tenant_id, member_no, entry_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'movements of units between accounts; append-only';
