-- In every file: moments are BIGINT microseconds since 1970-01-01T00:00:00Z and named *_at. Ids that callers choose are
-- VARBINARY, because text collations of both engines take `m1` and `m1 ` for the same. No foreign keys: each insert
-- would lock the row that it points to.

CREATE TABLE tenant (
    tenant_id INT          NOT NULL AUTO_INCREMENT,
    name      VARCHAR(100) NOT NULL COMMENT 'as operators call it',
    secret    VARBINARY(512) NOT NULL COMMENT 'sealed under the master key; request fingerprints and page tokens are made with it',
    PRIMARY KEY (tenant_id),
    UNIQUE KEY tenant_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'businesses that use the platform';

CREATE TABLE api_key (
    key_hash  BINARY(32) NOT NULL COMMENT 'SHA-256 of the key; leads, because the key is looked up to learn the tenant',
    tenant_id INT        NOT NULL,
    PRIMARY KEY (key_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'credentials of tenants';

CREATE TABLE request_key (
    tenant_id   INT        NOT NULL,
    key_hash    BINARY(16) NOT NULL COMMENT 'first half of the SHA-256 of scope and key',
    fingerprint BINARY(32) NOT NULL COMMENT 'keyed hash of the whole request: the same key with another one is refused',
    subject     TINYINT    NULL COMMENT 'where the reply is: 1 activity, 2 command, 3 program_version; NULL only inside the transaction that claims the key',
    member_no   INT        NULL COMMENT 'the member of that row; 0 for a program version',
    number      BIGINT     NULL COMMENT 'activity_no, command_no or version of that row',
    PRIMARY KEY (tenant_id, key_hash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'requests that had an effect, kept as long as the ledger; written in the transaction of the effect';
