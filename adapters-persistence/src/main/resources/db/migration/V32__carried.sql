-- Members who came from another system with what they had there.

ALTER TABLE redemption
    ADD COLUMN carried TINYINT(1) NOT NULL DEFAULT 0 COMMENT '1 when it was redeemed in another system: it took nothing of what is scarce here';

ALTER TABLE member_profile
    MODIFY personal BLOB NOT NULL COMMENT 'display name, public name, e-mail, birth date and consents: AES-256-GCM under the key in member_key';
