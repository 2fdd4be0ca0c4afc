package dev.perennial.grpc.member;

import dev.perennial.contract.member.v1.EnrolMemberRequest;
import dev.perennial.contract.member.v1.MemberStatus;
import dev.perennial.contract.member.v1.SetMemberStatusRequest;
import dev.perennial.contract.member.v1.UpdateMemberRequest;
import dev.perennial.grpc.shared.Etag;
import dev.perennial.grpc.shared.Problems;
import dev.perennial.grpc.shared.SyntaxCheck;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** What the annotations of member requests cannot say. */
public final class MemberChecks {

    private MemberChecks() {}

    /** @param clock tells which birth dates are in the future, but to sandboxes */
    public static List<SyntaxCheck<?>> all(InstantSource clock) {
        ProfileChecks profiles = new ProfileChecks(clock);
        List<SyntaxCheck<?>> checks = new ArrayList<>(IdentifierChecks.all());
        checks.add(ImportChecks.of(clock));
        checks.add(new SyntaxCheck<>(
                SetMemberStatusRequest.class,
                (request, problems) -> problems.at("forfeit")
                        .require(
                                !request.getForfeit() || request.getStatus() == MemberStatus.MEMBER_STATUS_CLOSED,
                                "is for members who are closed")));
        checks.addAll(List.of(
                new SyntaxCheck<>(
                        EnrolMemberRequest.class,
                        (request, problems) -> profiles.check(request.getProfile(), problems.at("profile"))),
                new SyntaxCheck<>(UpdateMemberRequest.class, (request, problems) -> {
                    profiles.check(request.getProfile(), problems.at("profile"));
                    checkMask(request, problems.at("update_mask"));
                    problems.at("etag").require(isEtag(request.getEtag()), "is not an etag that a member ever had");
                })));
        return checks;
    }

    private static void checkMask(UpdateMemberRequest request, Problems problems) {
        problems.require(
                !ProfileMask.isEmpty(request.getUpdateMask(), request.getProfile()),
                "must name a field when the profile has none");
        List<String> paths = request.getUpdateMask().getPathsList();
        for (int i = 0; i < paths.size(); i++) {
            problems.at("paths").at(i).require(ProfileMask.isKnown(paths.get(i)), "is not a field of Profile");
        }
    }

    private static boolean isEtag(String etag) {
        return etag.isEmpty() || Etag.revision(etag).isPresent();
    }
}
