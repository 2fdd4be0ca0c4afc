-- Corrections by hand that need a second pair of eyes.

ALTER TABLE command
    ADD COLUMN approver VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'who else approved it, as the caller names them; empty when nobody did';

CREATE TABLE adjustment_proposal (
    tenant_id   INT          NOT NULL,
    member_no   INT          NOT NULL,
    proposal_no BIGINT       NOT NULL COMMENT 'command_no of the command that proposed it',
    position    BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'from 1, over all tenants, in the order of proposing',
    what        JSON         NOT NULL COMMENT 'the correction, as a command that asks for it',
    reason      VARCHAR(500) NOT NULL COMMENT 'why; statements show it once it is carried out',
    proposer    VARCHAR(128) NOT NULL COMMENT 'who, as the caller names them',
    proposed_at BIGINT       NOT NULL,
    expires_at  BIGINT       NOT NULL COMMENT 'first moment at which nobody can decide on it any more',
    state       VARCHAR(16)  NOT NULL COMMENT 'OPEN, APPROVED or REJECTED; an open one lapses by time, which is never written down',
    decider     VARCHAR(128) NOT NULL COMMENT 'who approved or rejected it; empty while nobody did',
    decided_at  BIGINT       NULL,
    decided_by  BIGINT       NOT NULL COMMENT 'command_no of the command that approved or rejected it; 0 while none did',
    because     VARCHAR(500) NOT NULL COMMENT 'why it was rejected; otherwise empty',
    PRIMARY KEY (tenant_id, member_no, proposal_no),
    UNIQUE KEY adjustment_proposal_position (position),
    KEY adjustment_proposal_state (tenant_id, state, position)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_bin
  COMMENT = 'corrections by hand that somebody proposed for somebody else to decide on; written under the member''s lock';
