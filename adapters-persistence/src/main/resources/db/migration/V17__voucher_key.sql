-- With what tenants sign the codes of vouchers, so that a till can check them without asking.

CREATE TABLE voucher_key (
    tenant_id   INT            NOT NULL,
    key_no      INT            NOT NULL COMMENT 'from 1; the first is made on first need',
    public_key  VARBINARY(64)  NOT NULL COMMENT 'Ed25519, as an X.509 SubjectPublicKeyInfo',
    private_key VARBINARY(255) NOT NULL COMMENT 'Ed25519, as PKCS #8, sealed under the master key',
    PRIMARY KEY (tenant_id, key_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'the keys with which tenants sign the codes of vouchers';
