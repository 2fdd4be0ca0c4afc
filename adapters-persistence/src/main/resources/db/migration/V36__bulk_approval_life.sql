-- Approvals of bulks end by time, or because somebody withdraws them, and lines say by which they were carried out.

ALTER TABLE bulk_approval
    ADD COLUMN approval_no  INT          NOT NULL DEFAULT 1 COMMENT 'from 1: how often this person has approved this content',
    ADD COLUMN position     BIGINT       NOT NULL AUTO_INCREMENT COMMENT 'from 1, over all tenants, in the order of approving',
    ADD COLUMN expires_at   BIGINT       NOT NULL DEFAULT 0 COMMENT 'first moment at which it lets nothing be carried out any more',
    ADD COLUMN withdrawer   VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'who withdrew it, as the caller names them; empty while nobody did',
    ADD COLUMN withdrawn_at BIGINT       NULL,
    ADD COLUMN because      VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'why it was withdrawn; otherwise empty',
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (tenant_id, bulk, content_hash, approver, approval_no),
    ADD UNIQUE KEY bulk_approval_position (position),
    ADD KEY bulk_approval_tenant (tenant_id, position),
    COMMENT = 'who approved which bulks; withdrawing is the only change';

-- Those that were for ever end after the usual seven days.
UPDATE bulk_approval SET expires_at = approved_at + 604800000000;

ALTER TABLE command
    ADD COLUMN bulk_approval BIGINT NULL DEFAULT NULL COMMENT 'position of the approval of the bulk that it is a line of; 0 for none, NULL when it is older than this column';
