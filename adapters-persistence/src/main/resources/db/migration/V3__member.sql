CREATE TABLE member_profile (
    tenant_id          INT          NOT NULL,
    member_no          INT          NOT NULL,
    revision           BIGINT       NOT NULL COMMENT 'counts the changes from 1; the etag',
    enrolled_at        BIGINT       NOT NULL,
    updated_at         BIGINT       NOT NULL,
    personal           BLOB         NOT NULL COMMENT 'display name, e-mail and birth date: AES-256-GCM under the key in member_key',
    gender             VARCHAR(255) NOT NULL COMMENT 'the caller''s own word; this and what follows is plain and empty when unknown',
    country            VARCHAR(16)  NOT NULL COMMENT 'ISO 3166-1 alpha-2',
    birth_year         SMALLINT     NOT NULL COMMENT '0 when unknown',
    locale             VARCHAR(255) NOT NULL COMMENT 'BCP 47',
    time_zone          VARCHAR(255) NOT NULL COMMENT 'IANA; empty means the program''s',
    acquisition_source VARCHAR(255) NOT NULL,
    PRIMARY KEY (tenant_id, member_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'the only place of personal data';

CREATE TABLE member_key (
    tenant_id   INT            NOT NULL,
    member_no   INT            NOT NULL,
    wrapped_key VARBINARY(128) NOT NULL COMMENT 'the member''s AES key, sealed under the master key',
    PRIMARY KEY (tenant_id, member_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'erasing a member deletes this row: what it encrypted is then unreadable in every copy and backup of the others';
