CREATE TABLE member (
    tenant_id        INT            NOT NULL,
    member_no        INT            NOT NULL COMMENT 'our dense number of the member within the tenant',
    member_id        VARBINARY(128) NOT NULL COMMENT 'the caller''s own id',
    seq              BIGINT         NOT NULL COMMENT 'how many events the member has had; every deciding transaction raises it',
    enrolled_at      BIGINT         NOT NULL,
    advanced_at      BIGINT         NOT NULL COMMENT 'everything due up to then was applied; never goes back',
    next_due_at      BIGINT         NULL COMMENT 'when next anything happens to the member by itself',
    last_lot_no      INT            NOT NULL COMMENT 'this and what follows: the highest number ever used',
    last_entry_no    BIGINT         NOT NULL,
    last_activity_no BIGINT         NOT NULL,
    last_command_no  BIGINT         NOT NULL,
    traits           JSON           NOT NULL COMMENT 'what conditions may read of the profile',
    tally            JSON           NOT NULL COMMENT 'the fold over all facts so far',
    PRIMARY KEY (tenant_id, member_no),
    UNIQUE KEY member_id (tenant_id, member_id),
    KEY member_due (next_due_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'state of members; its row is the lock under which everything about a member is decided';

CREATE TABLE member_block (
    tenant_id      INT NOT NULL,
    next_member_no INT NOT NULL COMMENT 'the first number of the next block that an instance takes',
    PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'member numbers are handed out in blocks';

CREATE TABLE fold_checkpoint (
    tenant_id INT    NOT NULL,
    member_no INT    NOT NULL,
    month_at  BIGINT NOT NULL COMMENT 'first moment of a month (UTC)',
    tally     JSON   NOT NULL COMMENT 'the fold over every fact before that moment',
    PRIMARY KEY (tenant_id, member_no, month_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'a late fact or a refund folds again from here and not from the member''s beginning';

CREATE TABLE command (
    tenant_id  INT         NOT NULL,
    member_no  INT         NOT NULL,
    command_no BIGINT      NOT NULL COMMENT 'in order of arrival; holes are what happened without a command',
    kind       VARCHAR(32) NOT NULL,
    note       TEXT        NOT NULL COMMENT 'why a correction by hand was made; otherwise empty',
    decided_at BIGINT      NOT NULL,
    reply      MEDIUMBLOB  NOT NULL COMMENT 'the bytes sent to the caller, sent again when the request is repeated',
    PRIMARY KEY (tenant_id, member_no, command_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'commands that had an effect; append-only';
