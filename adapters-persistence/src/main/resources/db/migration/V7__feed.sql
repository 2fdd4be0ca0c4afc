CREATE TABLE outbox (
    id            BIGINT         NOT NULL AUTO_INCREMENT COMMENT 'unique; its order is not the order of commits',
    tenant_id     INT            NOT NULL,
    member_no     INT            NOT NULL,
    member_seq    BIGINT         NOT NULL COMMENT 'the event''s place among the member''s, from 1, without gaps',
    aggregatetype VARCHAR(32)    NOT NULL COMMENT 'this and what follows has the names that outbox event routers look for',
    aggregateid   VARCHAR(128)   NOT NULL COMMENT 'the caller''s id of the member',
    type          VARCHAR(64)    NOT NULL,
    payload       MEDIUMBLOB     NOT NULL COMMENT 'the event, encoded as it is published',
    created_at    BIGINT         NOT NULL COMMENT 'when it was decided',
    PRIMARY KEY (tenant_id, member_no, member_seq),
    UNIQUE KEY outbox_id (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'committed events on their way to the feed; insert-only';
