-- What members ask for and what it takes. Open redemptions are loaded with their member; the others are history.

ALTER TABLE lot
    ADD COLUMN held BIGINT NOT NULL DEFAULT 0 COMMENT 'the part of what remains that is set aside for reservations; it does not expire meanwhile';

ALTER TABLE member
    ADD COLUMN open_redemptions INT  NOT NULL DEFAULT 0 COMMENT 'how many rows of redemption are open; for most members none, and then nobody looks',
    ADD COLUMN reward_uses      JSON NULL COMMENT 'how often the member had rewards of which one may have only so many, by period; NULL for never';

ALTER TABLE budget_use
    MODIFY budget VARCHAR(100) NOT NULL COMMENT 'its id in the program; for the stock of a reward its id behind stock:, for a list of codes its id behind codes:',
    MODIFY drawn  BIGINT       NOT NULL COMMENT 'by all members together, in the smallest step of its unit; for a list of codes less by what was imported';

CREATE TABLE redemption (
    tenant_id          INT          NOT NULL,
    member_no          INT          NOT NULL,
    redemption_no      BIGINT       NOT NULL COMMENT 'command_no of the command that asked for it',
    open               TINYINT(1)   NOT NULL COMMENT '1 while it is reserved or its voucher can be used',
    reward             VARCHAR(64)  NOT NULL COMMENT 'its id in the program',
    program_version    INT          NOT NULL COMMENT 'the version under which it was asked for',
    state              VARCHAR(16)  NOT NULL,
    asked_at           BIGINT       NOT NULL,
    changed_at         BIGINT       NOT NULL COMMENT 'since when it is in its state',
    ends_at            BIGINT       NULL COMMENT 'when a reservation ends by itself; NULL when it never was one',
    unit               VARCHAR(40)  NULL COMMENT 'this and the next: what it cost; NULL for nothing',
    amount             BIGINT       NULL,
    shares             JSON         NOT NULL COMMENT 'the lots that the price is set aside or was spent of',
    granted            JSON         NOT NULL COMMENT 'the lots of units that it granted',
    code               VARBINARY(64) NULL COMMENT 'this and what follows: of its voucher; NULL when it has none',
    voucher_state      VARCHAR(16)  NULL,
    voucher_expires_at BIGINT       NULL COMMENT 'NULL for never',
    voucher_changed_at BIGINT       NULL,
    used_for           VARBINARY(512) NULL COMMENT 'the caller''s own words, such as the id of an order',
    PRIMARY KEY (tenant_id, member_no, redemption_no),
    KEY redemption_open (tenant_id, member_no, open)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'rewards that members have asked for';

CREATE TABLE voucher (
    tenant_id     INT           NOT NULL,
    code          VARBINARY(64) NOT NULL,
    member_no     INT           NOT NULL,
    redemption_no BIGINT        NOT NULL,
    PRIMARY KEY (tenant_id, code)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'whose a voucher is; a till knows no more than its code';

CREATE TABLE voucher_code (
    tenant_id INT           NOT NULL,
    list      VARCHAR(64)   NOT NULL COMMENT 'its id in the program',
    code_no   INT           NOT NULL COMMENT 'from 1, in the order of import',
    code      VARBINARY(64) NOT NULL,
    taken     TINYINT(1)    NOT NULL COMMENT '1 when it is a member''s; who takes one holds the row of the list in budget_use',
    PRIMARY KEY (tenant_id, list, code_no),
    UNIQUE KEY voucher_code_once (tenant_id, code),
    KEY voucher_code_left (tenant_id, list, taken, code_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'codes that were made elsewhere and imported';
