ALTER TABLE member
    ADD COLUMN leaderboards   TEXT           NULL COMMENT 'the rankings that the member is seen on, each as its id, a colon and since when, separated by commas; NULL for none',
    ADD COLUMN club           VARBINARY(128) NULL COMMENT 'the caller''s own id of the member''s club; NULL for none',
    ADD COLUMN club_joined_at BIGINT         NULL COMMENT 'since when the member is in it; NULL for none',
    ADD KEY member_club (tenant_id, club, member_no);

CREATE TABLE leaderboard_score (
    tenant_id   INT         NOT NULL,
    leaderboard VARCHAR(64) NOT NULL COMMENT 'its id in the program',
    starts_on   DATE        NOT NULL COMMENT 'the first day of the period, in the zone of the program',
    member_no   INT         NOT NULL,
    score       BIGINT      NOT NULL COMMENT 'the value of the counter in the period; 0 for somebody who is not ranked',
    PRIMARY KEY (tenant_id, leaderboard, starts_on, member_no),
    KEY leaderboard_ranking (tenant_id, leaderboard, starts_on, score DESC, member_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'rankings; the rows of a frozen period are not written any more';

CREATE TABLE club_score (
    tenant_id      INT            NOT NULL,
    club           VARBINARY(128) NOT NULL,
    counter        VARCHAR(64)    NOT NULL COMMENT 'its id in the program',
    starts_on      DATE           NOT NULL COMMENT 'the first day of the period, in the zone of the program',
    member_no      INT            NOT NULL,
    score          BIGINT         NOT NULL COMMENT 'the value of the member''s counter in the period, when the member was last in the club',
    before_joining BIGINT         NOT NULL COMMENT 'the part of it that was counted while the member was not in the club',
    PRIMARY KEY (tenant_id, club, counter, starts_on, member_no)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'what members contribute to the shared challenges of their clubs; the club''s own is the sum';

CREATE TABLE club_due (
    tenant_id INT            NOT NULL,
    club      VARBINARY(128) NOT NULL,
    PRIMARY KEY (tenant_id, club)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'clubs in which somebody has contributed since they were last looked at';

CREATE TABLE club_goal (
    tenant_id  INT            NOT NULL,
    club       VARBINARY(128) NOT NULL,
    challenge  VARCHAR(64)    NOT NULL COMMENT 'its id in the program',
    starts_on  DATE           NOT NULL COMMENT 'the first day of the period in which it was reached',
    target     BIGINT         NOT NULL COMMENT 'the stage''s, which it is known by',
    reached_at BIGINT         NOT NULL,
    told       TINYINT(1)     NOT NULL COMMENT '1 once each member who has contributed was told',
    PRIMARY KEY (tenant_id, club, challenge, starts_on, target),
    KEY club_goal_untold (told, tenant_id, club)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'stages of shared challenges that clubs have reached; they stay reached';
