package dev.perennial.bootstrap.command.migrating;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import dev.perennial.bootstrap.command.csv.Fault;
import dev.perennial.bootstrap.command.csv.Row;
import dev.perennial.bootstrap.command.migrating.Belongings.Owned;
import dev.perennial.contract.member.v1.Consent;
import dev.perennial.contract.member.v1.ConsentChannel;
import dev.perennial.contract.member.v1.Identifier;
import dev.perennial.contract.member.v1.IdentifierKind;
import dev.perennial.contract.member.v1.ImportedMember;
import dev.perennial.contract.member.v1.ImportedVoucher;
import dev.perennial.contract.member.v1.OpeningLot;
import dev.perennial.contract.member.v1.Profile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes members of rows. */
final class MemberRows {

    static final List<String> REQUIRED = List.of("member_id", "enrolled_at");
    static final List<String> OPTIONAL = List.of(
            "display_name",
            "public_name",
            "email",
            "birth_date",
            "gender",
            "country",
            "locale",
            "time_zone",
            "acquisition_source",
            "card",
            "phone",
            "login_email",
            "level",
            "level_until",
            "consent_email",
            "consent_sms",
            "consent_push",
            "consent_phone",
            "consent_post",
            "consent_at",
            "consent_source");
    static final List<String> LOTS_REQUIRED = List.of("member_id", "unit", "amount");
    static final List<String> LOTS_OPTIONAL = List.of("available_at", "expires_at");
    static final List<String> VOUCHERS_REQUIRED = List.of("member_id", "code", "reward");
    static final List<String> VOUCHERS_OPTIONAL = List.of("valid_until");

    /** In an order that never changes: it is a part of what makes two rows the same. */
    private static final SortedMap<String, ConsentChannel> CHANNELS = new TreeMap<>(Map.of(
            "consent_email", ConsentChannel.CONSENT_CHANNEL_EMAIL,
            "consent_sms", ConsentChannel.CONSENT_CHANNEL_SMS,
            "consent_push", ConsentChannel.CONSENT_CHANNEL_PUSH,
            "consent_phone", ConsentChannel.CONSENT_CHANNEL_PHONE,
            "consent_post", ConsentChannel.CONSENT_CHANNEL_POST));

    private final ZoneId zone;

    /** @param zone in which days begin */
    MemberRows(ZoneId zone) {
        this.zone = zone;
    }

    OpeningLot lot(Row row) {
        OpeningLot.Builder lot =
                OpeningLot.newBuilder().setUnit(row.text("unit")).setAmount(row.amount("amount"));
        row.moment("available_at", zone).ifPresent(lot::setAvailableAt);
        row.moment("expires_at", zone).ifPresent(lot::setExpiresAt);
        return lot.build();
    }

    ImportedVoucher voucher(Row row) {
        ImportedVoucher.Builder voucher =
                ImportedVoucher.newBuilder().setCode(row.text("code")).setRewardId(row.text("reward"));
        row.moment("valid_until", zone).ifPresent(voucher::setValidUntil);
        return voucher.build();
    }

    ReadMember member(Row row, List<Owned<OpeningLot>> lots, List<Owned<ImportedVoucher>> vouchers) {
        ImportedMember.Builder member = ImportedMember.newBuilder()
                .setRow(row.line())
                .setMemberId(row.text("member_id"))
                .setProfile(profile(row));
        row.moment("enrolled_at", zone).ifPresent(member::setEnrolledAt);
        identify(row, "card", IdentifierKind.IDENTIFIER_KIND_CARD, member);
        identify(row, "phone", IdentifierKind.IDENTIFIER_KIND_PHONE, member);
        identify(row, "login_email", IdentifierKind.IDENTIFIER_KIND_EMAIL, member);
        if (!row.text("level").isEmpty() || !row.text("level_until").isEmpty()) {
            member.getStandingBuilder().setLevel(row.text("level"));
            row.moment("level_until", zone).ifPresent(member.getStandingBuilder()::setUntil);
        }
        lots.forEach(lot -> member.addLots(lot.thing()));
        vouchers.forEach(voucher -> member.addVouchers(voucher.thing()));
        List<Fault> faults = new ArrayList<>(row.faults());
        lots.forEach(lot -> faults.addAll(lot.row().faults()));
        vouchers.forEach(voucher -> faults.addAll(voucher.row().faults()));
        return new ReadMember(
                member.build(),
                faults,
                row,
                lots.stream().map(Owned::row).toList(),
                vouchers.stream().map(Owned::row).toList());
    }

    private static void identify(Row row, String column, IdentifierKind kind, ImportedMember.Builder member) {
        row.texts(column)
                .forEach(value -> member.addIdentifiers(
                        Identifier.newBuilder().setKind(kind).setValue(value)));
    }

    private Profile profile(Row row) {
        Profile.Builder profile = Profile.newBuilder()
                .setDisplayName(row.text("display_name"))
                .setPublicName(row.text("public_name"))
                .setEmail(row.text("email"))
                .setGender(row.text("gender"))
                .setCountry(row.text("country"))
                .setLocale(row.text("locale"))
                .setTimeZone(row.text("time_zone"))
                .setAcquisitionSource(row.text("acquisition_source"));
        birthDate(row, profile);
        Timestamp saidAt = row.moment("consent_at", zone).orElse(null);
        CHANNELS.forEach((column, channel) -> row.yesOrNo(column).ifPresent(given -> {
            Consent.Builder consent =
                    Consent.newBuilder().setChannel(channel).setGiven(given).setSource(row.text("consent_source"));
            if (saidAt != null) {
                consent.setAt(saidAt);
            }
            profile.addConsents(consent);
        }));
        return profile.build();
    }

    private static void birthDate(Row row, Profile.Builder profile) {
        String text = row.text("birth_date");
        if (text.isEmpty()) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            profile.setBirthDate(Date.newBuilder()
                    .setYear(day.getYear())
                    .setMonth(day.getMonthValue())
                    .setDay(day.getDayOfMonth()));
        } catch (DateTimeException e) {
            row.wrong("birth_date", "is no day such as 1990-01-31: " + Row.shown(text));
        }
    }
}
