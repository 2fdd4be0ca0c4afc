-- A raffle is one row, which is locked by whoever takes it further, and the list of its tickets. What its columns are
-- NULL for tells how far it is: announced only, its list in the making (closes_at), closed (root), drawn (drawn_at).

CREATE TABLE raffle (
    tenant_id    INT            NOT NULL,
    raffle_no    INT            NOT NULL COMMENT 'our dense number of the raffle within the tenant, from 1',
    raffle_id    VARCHAR(100)   NOT NULL COMMENT 'as the program names it',
    commitment   BINARY(32)     NOT NULL COMMENT 'SHA-256 of the seed',
    seed         VARBINARY(128) NOT NULL COMMENT '32 bytes, sealed under the master key; revealed with the draw',
    salt         VARBINARY(128) NOT NULL COMMENT '32 bytes, sealed under the master key; pseudonyms are made of it and it is never revealed',
    announced_at BIGINT         NOT NULL COMMENT 'since when the commitment is published',
    name         TEXT           NULL COMMENT 'this and what follows: as the version of the program has it that closed the raffle',
    ticket_unit  VARCHAR(40)    NULL,
    closes_at    BIGINT         NULL COMMENT 'the list is what the ledger says of this moment; NULL until its making begins',
    winners      INT            NULL,
    beacon_words TEXT           NULL COMMENT 'which public value is mixed in; empty for none',
    members_read INT            NOT NULL DEFAULT 0 COMMENT 'how many members were asked for their tickets',
    last_read_no INT            NOT NULL DEFAULT 0 COMMENT 'the highest member_no of these',
    all_read     TINYINT(1)     NOT NULL DEFAULT 0 COMMENT '1 when there are no others',
    members      INT            NOT NULL DEFAULT 0 COMMENT 'lines of the list that are numbered',
    tickets      BIGINT         NOT NULL DEFAULT 0 COMMENT 'tickets of these lines',
    root         BINARY(32)     NULL COMMENT 'over the whole list; NULL until it is complete',
    closed_at    BIGINT         NULL COMMENT 'when the root was published',
    close_reply  MEDIUMBLOB     NULL COMMENT 'the bytes sent to the caller, sent again when the request is repeated',
    beacon       TEXT           NULL COMMENT 'the public value; empty for none; NULL until the draw',
    drawn_at     BIGINT         NULL,
    draw_reply   MEDIUMBLOB     NULL COMMENT 'the bytes sent to the caller, sent again when the request is repeated',
    PRIMARY KEY (tenant_id, raffle_no),
    UNIQUE KEY raffle_id (tenant_id, raffle_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'draws among those who hold tickets';

CREATE TABLE raffle_ticket (
    tenant_id    INT        NOT NULL,
    raffle_no    INT        NOT NULL,
    member_no    INT        NOT NULL,
    pseudonym    BINARY(32) NOT NULL COMMENT 'the member''s name in the published list',
    tickets      BIGINT     NOT NULL COMMENT 'how many the member had, more than zero',
    entry_no     BIGINT     NOT NULL COMMENT 'the member''s last entry of the unit that is counted; a clawback after it takes tickets back',
    block_no     INT        NULL COMMENT 'the block of 1,024 lines that it is in, from 0',
    first_ticket BIGINT     NULL COMMENT 'the number of the first ticket, from 1 in the order of pseudonyms; NULL until it is numbered',
    PRIMARY KEY (tenant_id, raffle_no, member_no),
    UNIQUE KEY raffle_ticket_order (tenant_id, raffle_no, first_ticket, pseudonym)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin COMMENT = 'lines of the list of tickets; never changed once numbered';

CREATE TABLE raffle_block (
    tenant_id    INT        NOT NULL,
    raffle_no    INT        NOT NULL,
    block_no     INT        NOT NULL COMMENT 'from 0, without gaps',
    first_ticket BIGINT     NOT NULL COMMENT 'of its first line',
    root         BINARY(32) NOT NULL COMMENT 'over its lines',
    PRIMARY KEY (tenant_id, raffle_no, block_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'the lower part of the tree over a list, so that a proof reads one block and not the whole list';

CREATE TABLE raffle_place (
    tenant_id INT    NOT NULL,
    raffle_no INT    NOT NULL,
    place     INT    NOT NULL COMMENT 'in the sequence of the draw, from 1',
    ticket    BIGINT NOT NULL COMMENT 'the number of the ticket that was drawn',
    member_no INT    NOT NULL,
    PRIMARY KEY (tenant_id, raffle_no, place)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'the beginning of the sequence, as many places as there are to be winners; whoever moves up is drawn again from the seed';
