CREATE TABLE program_version (
    tenant_id    INT        NOT NULL,
    version      INT        NOT NULL COMMENT 'from 1, without gaps',
    effective_at BIGINT     NOT NULL COMMENT 'the first moment of facts that it decides; version 1 also decides what was before',
    applied_at   BIGINT     NOT NULL,
    note         TEXT       NOT NULL COMMENT 'why it was applied; may be empty',
    document     JSON       NOT NULL COMMENT 'what its author meant, in a form of our own that later code still reads',
    reply        MEDIUMBLOB NOT NULL COMMENT 'the bytes sent to the caller, sent again when the request is repeated',
    PRIMARY KEY (tenant_id, version)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'applied programs; never changed';
