ALTER TABLE command
    ADD COLUMN actor VARCHAR(128) NOT NULL DEFAULT '' COMMENT 'who asked for it, as the caller names them; empty when not told';
