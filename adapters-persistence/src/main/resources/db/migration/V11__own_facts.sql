-- The names of membership facts are longer than the first kinds of facts were. The platform's own facts are named after
-- the request that asked for them, which may use all of its 128 characters.
ALTER TABLE activity
    MODIFY type        VARCHAR(32)    NOT NULL,
    MODIFY external_id VARBINARY(160) NOT NULL;
