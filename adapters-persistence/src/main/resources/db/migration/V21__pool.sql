-- Families that save together. What a pool holds is in the tables of members: its holder is one of them.

CREATE TABLE pool_place (
    tenant_id INT            NOT NULL,
    member_no INT            NOT NULL,
    pool      VARBINARY(512) NOT NULL COMMENT 'the caller''s own id',
    role      VARCHAR(16)    NOT NULL COMMENT 'OWNER, ADULT or CHILD',
    state     VARCHAR(16)    NOT NULL COMMENT 'INVITED, JOINED, LEFT or DECLINED',
    since_at  BIGINT         NOT NULL COMMENT 'when it came into this state',
    PRIMARY KEY (tenant_id, member_no),
    KEY pool_place_pool (tenant_id, pool, member_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'the last place of each member in a pool; written under the locks of the member and of the pool''s holder';
