package dev.perennial.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules say; {@link ArchitectureTest} runs them. */
final class ArchitectureRules {

    static final String HOUSE = "dev.perennial";

    private ArchitectureRules() {}

    /**
     * Which capability may use which, in every module the same. What a module has no use for is simply not used there.
     */
    static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of("activity")), // the key of a fact is a request key
            Map.entry("ledger", Set.of("shared", "program", "loyalty", "storage", "insight")),
            Map.entry("activity", Set.of("shared", "ledger", "program", "loyalty", "storage")),
            Map.entry("member", Set.of("shared", "loyalty", "storage")),
            Map.entry("program", Set.of("shared", "activity", "member", "storage")),
            Map.entry("feed", Set.of("shared", "activity", "ledger")),
            Map.entry("loyalty", Set.of("shared", "ledger", "activity", "member", "program", "feed", "storage")),
            Map.entry("storage", Set.of("shared", "ledger", "loyalty", "member", "program")),
            Map.entry("sandbox", Set.of("shared", "loyalty", "storage")),
            Map.entry("insight", Set.of("shared", "program", "storage")),
            Map.entry("audit", Set.of("shared")));

    static final Set<String> MODULES = Set.of("domain", "application", "grpc", "persistence");

    /** Interfaces of the application that are no ports, and why. */
    static final Map<String, String> NO_PORTS = Map.of(
            "MemberCommand", "what lanes run; the use cases implement it",
            "Transaction", "only names the ports of one transaction, each of which has its own kit",
            "Ruling", "a sealed type of values");

    // Rule 1: what each module may depend on. Hipparchus and RoaringBitmap join the domain's list with their first use.

    static ArchRule domainIsPure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.crypto..", "org.jspecify..", root + ".domain..");
    }

    static ArchRule applicationStandsOnTheDomain(String root) {
        return classes()
                .that(resideInAPackage(root + ".application..")
                        .and(not(resideInAPackage(root + ".application.program.cel.."))))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.crypto..", "org.jspecify..", root + ".domain..", root + ".application..");
    }

    static ArchRule celStaysBehindItsPackage(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".application.program.cel..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..");
    }

    static ArchRule grpcKnowsNoPersistence(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".grpc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".persistence..");
    }

    static ArchRule persistenceKnowsNoGrpc(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".grpc..");
    }

    /** The commands in bootstrap are clients of the contract, so they are at that edge, too. */
    static ArchRule grpcStaysAtTheEdge(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..", root + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "com.google.protobuf..", HOUSE + ".contract..");
    }

    static ArchRule jooqStaysInPersistence(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".persistence.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..");
    }

    static ArchRule springStaysOutside(String root) {
        DescribedPredicate<JavaClass> framework = resideInAPackage("org.springframework..")
                .and(not(describe("annotations", JavaClass::isAnnotation)))
                .as("Spring other than its annotations");
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".bootstrap.."))))
                .should()
                .dependOnClassesThat(framework);
    }

    // Rule 2: who may use whom.

    static ArchRule capabilitiesUseWhatTheMapSays(String root) {
        return classes()
                .that(describe(
                        "belong to a capability", c -> !capability(root, c).isEmpty()))
                .should(condition("use only what the map says", (origin, events) -> {
                    String from = capability(root, origin);
                    if (!MAY_USE.containsKey(from)) {
                        violated(events, origin, origin.getName() + " belongs to no known capability");
                    }
                    for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                        String to = capability(root, dependency.getTargetClass());
                        if (!to.isEmpty()
                                && !to.equals(from)
                                && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                            violated(events, origin, from + " may not use " + to + ": " + dependency.getDescription());
                        }
                    }
                }));
    }

    static ArchRule noCycles(String root, String module) {
        return slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles();
    }

    // Rule 3: time and chance are inputs.

    static ArchRule timeAndChanceAreInputs(String root) {
        DescribedPredicate<CodeUnitCallTarget> input =
                describe("time or chance", ArchitectureRules::asksForTimeOrChance);
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..")
                .should()
                .callCodeUnitWhere(target(input))
                .orShould(condition(
                        "refer to time or chance",
                        (origin, events) -> origin.getCodeUnitReferencesFromSelf().stream()
                                .filter(r -> asksForTimeOrChance(
                                        r.getTargetOwner(), r.getTarget().getName()))
                                .forEach(r -> satisfied(events, origin, r.getDescription()))));
    }

    static boolean asksForTimeOrChance(CodeUnitCallTarget target) {
        return asksForTimeOrChance(target.getOwner(), target.getName());
    }

    static boolean asksForTimeOrChance(JavaClass owner, String name) {
        return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis") || name.equals("nanoTime");
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Date", "java.util.GregorianCalendar" -> name.equals("<init>");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Collections" -> name.equals("shuffle");
            default ->
                (owner.getPackageName().startsWith("java.time") && name.equals("now"))
                        || (owner.isAssignableTo("java.util.random.RandomGenerator")
                                && (name.equals("<init>") || name.equals("current") || name.startsWith("get")));
        };
    }

    // Rule 4: nothing changes in place, and units are whole.

    static ArchRule domainFieldsAreFinal(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".domain..")
                .should()
                .beFinal();
    }

    static ArchRule noSetters(String root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(root + ".domain..")
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    static ArchRule ledgerCountsInWholeSteps(String root) {
        return classes()
                .that()
                .resideInAnyPackage(root + ".*.ledger..")
                .should(condition(
                        "have no float and no double",
                        (origin, events) -> origin.getMembers().stream()
                                .filter(member -> typesOf(member).anyMatch(ArchitectureRules::isApproximate))
                                .forEach(member ->
                                        violated(events, origin, member.getFullName() + " is not a whole number"))));
    }

    static Stream<JavaClass> typesOf(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getRawType());
            case JavaCodeUnit unit ->
                Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
            default -> throw new IllegalArgumentException(member.getDescription());
        };
    }

    static boolean isApproximate(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(type.getBaseComponentType().getName());
    }

    // Rule 5: a port is an interface of the application; its kit is run over at least two implementations.

    static ArchRule portsHaveKits(String root, JavaClasses all) {
        return classes()
                .that(resideInAPackage(root + ".application..").and(describe("are ports", ArchitectureRules::isPort)))
                .should(condition("have a contract kit that at least two test classes extend", (port, events) -> {
                    String kit = port.getName() + "Contract";
                    long runs = all.contain(kit)
                            ? all.get(kit).getAllSubclasses().stream()
                                    .filter(ArchitectureRules::isConcrete)
                                    .count()
                            : 0;
                    if (runs < 2) {
                        violated(events, port, port.getName() + " has a kit that runs " + runs + " times: " + kit);
                    }
                }));
    }

    static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && !type.isAnnotation()
                && !type.getSimpleName().equals("package-info")
                && !NO_PORTS.containsKey(type.getSimpleName());
    }

    static boolean isConcrete(JavaClass type) {
        return !type.getModifiers().contains(ABSTRACT);
    }

    // Rule 6: names that say nothing hide classes that do too much.

    static ArchRule namesSayWhatItIs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Mapper)");
    }

    /**
     * The capability that a class belongs to: the package below its module's; empty for classes outside of the
     * capabilities.
     */
    static String capability(String root, JavaClass type) {
        Matcher matcher = Pattern.compile(Pattern.quote(root) + "\\.(\\w+)\\.(\\w+)(\\..*)?")
                .matcher(type.getPackageName());
        boolean inside = matcher.matches()
                && MODULES.contains(matcher.group(1))
                && !matcher.group(2).equals("jooq");
        return inside ? matcher.group(2) : "";
    }

    private interface Check {
        void check(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }

    /** For rules that begin with "no classes should": there, what is satisfied is the violation. */
    private static void satisfied(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.satisfied(type, message));
    }
}
