CREATE TABLE member_identifier (
    tenant_id       INT            NOT NULL,
    member_no       INT            NOT NULL,
    identifier_no   BIGINT         NOT NULL COMMENT 'the number of the command that added it',
    value_hash      BINARY(32)     NOT NULL COMMENT 'HMAC-SHA-256 of kind, name and value under the tenant''s secret; the value is kept nowhere',
    kind            VARCHAR(16)    NOT NULL,
    name            VARCHAR(64)    NOT NULL COMMENT 'the caller''s own name for a custom one; empty otherwise',
    last_characters VARBINARY(128) NOT NULL COMMENT 'what may be shown of it: AES-256-GCM under the key in member_key',
    added_at        BIGINT         NOT NULL,
    PRIMARY KEY (tenant_id, member_no, identifier_no),
    UNIQUE KEY member_identifier_hash (tenant_id, value_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'what members are known by; removed with the identifier and with the member''s erasure';
