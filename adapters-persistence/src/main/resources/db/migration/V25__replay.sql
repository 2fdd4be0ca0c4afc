-- So that what was asked can be decided once more under another program.
ALTER TABLE command
    ADD COLUMN asked       JSON   NULL COMMENT 'what deciding it once more has to know; NULL for what cannot be decided once more',
    ADD COLUMN activity_no BIGINT NULL COMMENT 'the last activity that was recorded before it, so that both together have an order; NULL when it is older than this column',
    ADD COLUMN advanced_at BIGINT NULL COMMENT 'by the member''s own time, which never goes back; NULL when it is older than this column';
