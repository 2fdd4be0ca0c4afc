-- Bulks of corrections by hand that need a second pair of eyes.

CREATE TABLE bulk_approval (
    tenant_id    INT            NOT NULL,
    bulk         VARBINARY(100) NOT NULL COMMENT 'the caller''s own id',
    content_hash CHAR(64)       NOT NULL COMMENT 'SHA-256 of everything that the bulk asks for, in hex',
    approver     VARCHAR(128)   NOT NULL COMMENT 'who, as the caller names them',
    approved_at  BIGINT         NOT NULL,
    PRIMARY KEY (tenant_id, bulk, content_hash, approver)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'who approved which bulks; append-only';
