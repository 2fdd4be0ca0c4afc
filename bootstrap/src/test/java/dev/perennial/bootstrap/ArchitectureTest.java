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
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seven rules of the house. Each is a function of a root package, so that it is run twice: over the house, where it
 * must hold, and over a small house of deliberate violators, where it must catch every one of them.
 */
class ArchitectureTest {

    private static final String HOUSE = "dev.perennial";
    private static final String VIOLATORS = "dev.perennial.architecture.violators";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isMain)
            .withImportOption(ArchitectureTest::isWrittenByHand)
            .importPackages(HOUSE);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isWrittenByHand)
            .importPackages(HOUSE + ".application", HOUSE + ".persistence");
    private static final JavaClasses VIOLATING = new ClassFileImporter().importPackages(VIOLATORS);

    /** Which capability may use which, in every module the same. What a module has no use for is simply not used there. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", Set.of("activity")), // the key of a fact is a request key
            Map.entry("ledger", Set.of("shared", "program", "loyalty", "storage")),
            Map.entry("activity", Set.of("shared", "ledger", "program", "loyalty", "storage")),
            Map.entry("member", Set.of("shared", "loyalty", "storage")),
            Map.entry("program", Set.of("shared", "activity", "member", "storage")),
            Map.entry("feed", Set.of("shared", "activity", "ledger")),
            Map.entry("loyalty", Set.of("shared", "ledger", "activity", "member", "program", "feed", "storage")),
            Map.entry("storage", Set.of("shared", "loyalty", "member", "program")),
            Map.entry("insight", Set.of("shared", "program", "storage")),
            Map.entry("audit", Set.of("shared")));

    private static final Set<String> MODULES = Set.of("domain", "application", "grpc", "persistence");

    /** Interfaces of the application that are no ports, and why. */
    private static final Map<String, String> NO_PORTS = Map.of(
            "MemberCommand", "what lanes run; the use cases implement it",
            "Transaction", "only names the ports of one transaction, each of which has its own kit",
            "Ruling", "a sealed type of values");

    /** A rule as a function of the root package, and the violators of which each must be caught by it. */
    record Rule(String name, Function<String, ArchRule> in, Set<String> caught) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Rule rule(String name, Function<String, ArchRule> in, String... caught) {
        return new Rule(name, in, Set.of(caught));
    }

    static Stream<Rule> rules() {
        return Stream.of(
                rule("domain is pure", ArchitectureTest::domainIsPure, "DomainWithFramework"),
                rule(
                        "application stands on the domain",
                        ArchitectureTest::applicationStandsOnTheDomain,
                        "ApplicationWithJdbcPool"),
                rule("cel stays behind its package", ArchitectureTest::celStaysBehindItsPackage, "ProgramWithCel"),
                rule("grpc knows no persistence", ArchitectureTest::grpcKnowsNoPersistence, "ServiceWithRows"),
                rule("persistence knows no grpc", ArchitectureTest::persistenceKnowsNoGrpc, "RowsWithService"),
                rule(
                        "grpc stays at the edge",
                        ArchitectureTest::grpcStaysAtTheEdge,
                        "PersistenceWithStatus",
                        "PersistenceWithMessage"),
                rule(
                        "jooq stays in persistence",
                        ArchitectureTest::jooqStaysInPersistence,
                        "ServiceWithSql",
                        "BootstrapWithSql"),
                rule(
                        "spring stays outside",
                        ArchitectureTest::springStaysOutside,
                        "DomainWithFramework",
                        "ServiceWithContext"),
                rule(
                        "capabilities use what the map says",
                        ArchitectureTest::capabilitiesUseWhatTheMapSays,
                        "LedgerWithFeed",
                        "Unknown"),
                rule("no cycles in domain", root -> noCycles(root, "domain"), "CycleStart", "CycleEnd"),
                rule("no cycles in application", root -> noCycles(root, "application"), "ApplicationCycleStart"),
                rule("no cycles in grpc", root -> noCycles(root, "grpc"), "GrpcCycleStart"),
                rule("no cycles in persistence", root -> noCycles(root, "persistence"), "PersistenceCycleStart"),
                rule(
                        "time and chance are inputs",
                        ArchitectureTest::timeAndChanceAreInputs,
                        "ReadsClock.instantNow",
                        "ReadsClock.localDateNow",
                        "ReadsClock.systemClock",
                        "ReadsClock.tick",
                        "ReadsClock.systemSource",
                        "ReadsClock.millis",
                        "ReadsClock.nanos",
                        "ReadsClock.referenced",
                        "ThrowsDice.uuid",
                        "ThrowsDice.math",
                        "ThrowsDice.random",
                        "ThrowsDice.secureRandom",
                        "ThrowsDice.threadLocal",
                        "ThrowsDice.generator"),
                rule("domain fields are final", ArchitectureTest::domainFieldsAreFinal, "Mutable.count"),
                rule("no setters", ArchitectureTest::noSetters, "Mutable.setCount"),
                rule(
                        "ledger counts in whole steps",
                        ArchitectureTest::ledgerCountsInWholeSteps,
                        "Approximate.rate",
                        "Approximate.half",
                        "Approximate.boxed",
                        "Approximate.array"),
                rule(
                        "ports have kits",
                        root -> portsHaveKits(root, allOf(root)),
                        "PortWithoutKit",
                        "PortWithOneImplementation"),
                rule(
                        "names say what it is",
                        ArchitectureTest::namesSayWhatItIs,
                        "WalletImpl",
                        "WalletManager",
                        "WalletHelper",
                        "WalletUtil",
                        "WalletUtils",
                        "WalletDTO",
                        "WalletDto",
                        "WalletMapper"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(Rule rule) {
        rule.in.apply(HOUSE).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(Rule rule) {
        String report =
                rule.in.apply(VIOLATORS).evaluate(VIOLATING).getFailureReport().toString();
        for (String violator : rule.caught) {
            assertThat(report).containsPattern("\\b" + Pattern.quote(violator) + "\\b");
        }
    }

    /** A package that is misspelt or gone would leave its rule without anything to look at. */
    @Test
    void everyPackageInARuleExists() {
        Set<String> packages = Stream.concat(
                        MAIN.stream().map(JavaClass::getPackageName),
                        MAIN.stream()
                                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                                .map(d -> d.getTargetClass().getPackageName()))
                .collect(toSet());
        Stream<String> capabilities = MAY_USE.keySet().stream();
        Stream<String> named = Stream.concat(
                Stream.of(
                        "java",
                        "org.jspecify",
                        "dev.cel",
                        "io.grpc",
                        "com.google.protobuf",
                        "org.jooq",
                        "org.springframework",
                        HOUSE + ".application.program.cel",
                        HOUSE + ".bootstrap",
                        HOUSE + ".contract"),
                MODULES.stream().map(module -> HOUSE + "." + module));
        assertThat(named).allSatisfy(name -> assertThat(packages).anyMatch(p -> (p + ".").startsWith(name + ".")));
        assertThat(capabilities)
                .allSatisfy(name -> assertThat(packages)
                        .anyMatch(p -> MODULES.stream()
                                .anyMatch(module -> (p + ".").startsWith(HOUSE + "." + module + "." + name + "."))));
    }

    /** The map says what is so, not what may once be. */
    @Test
    void everyLineOfTheMapIsUsed() {
        Set<String> used = new TreeSet<>();
        MAIN.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .forEach(d ->
                        used.add(capability(HOUSE, d.getOriginClass()) + "→" + capability(HOUSE, d.getTargetClass())));
        assertThat(MAY_USE.entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(to -> e.getKey() + "→" + to)))
                .allSatisfy(edge -> assertThat(used).contains(edge));
    }

    // Rule 1: what each module may depend on. Hipparchus and RoaringBitmap join the domain's list with their first use.

    private static ArchRule domainIsPure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", root + ".domain..");
    }

    private static ArchRule applicationStandsOnTheDomain(String root) {
        return classes()
                .that(resideInAPackage(root + ".application..")
                        .and(not(resideInAPackage(root + ".application.program.cel.."))))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "javax.crypto..", "org.jspecify..", root + ".domain..", root + ".application..");
    }

    private static ArchRule celStaysBehindItsPackage(String root) {
        return noClasses()
                .that(not(resideInAPackage(root + ".application.program.cel..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..");
    }

    private static ArchRule grpcKnowsNoPersistence(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".grpc..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".persistence..");
    }

    private static ArchRule persistenceKnowsNoGrpc(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".grpc..");
    }

    /** The commands in bootstrap are clients of the contract, so they are at that edge, too. */
    private static ArchRule grpcStaysAtTheEdge(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".domain..", root + ".application..", root + ".persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.grpc..", "com.google.protobuf..", HOUSE + ".contract..");
    }

    private static ArchRule jooqStaysInPersistence(String root) {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".persistence.."))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..");
    }

    private static ArchRule springStaysOutside(String root) {
        DescribedPredicate<JavaClass> framework = resideInAPackage("org.springframework..")
                .and(not(describe("annotations", JavaClass::isAnnotation)))
                .as("Spring other than its annotations");
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".bootstrap.."))))
                .should()
                .dependOnClassesThat(framework);
    }

    // Rule 2: who may use whom.

    private static ArchRule capabilitiesUseWhatTheMapSays(String root) {
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

    private static ArchRule noCycles(String root, String module) {
        return slices().matching(root + "." + module + ".(*)..").should().beFreeOfCycles();
    }

    // Rule 3: time and chance are inputs.

    private static ArchRule timeAndChanceAreInputs(String root) {
        DescribedPredicate<CodeUnitCallTarget> input =
                describe("time or chance", ArchitectureTest::asksForTimeOrChance);
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

    private static boolean asksForTimeOrChance(CodeUnitCallTarget target) {
        return asksForTimeOrChance(target.getOwner(), target.getName());
    }

    private static boolean asksForTimeOrChance(JavaClass owner, String name) {
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

    private static ArchRule domainFieldsAreFinal(String root) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + ".domain..")
                .should()
                .beFinal();
    }

    private static ArchRule noSetters(String root) {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(root + ".domain..")
                .should()
                .haveNameMatching("set[A-Z].*");
    }

    private static ArchRule ledgerCountsInWholeSteps(String root) {
        return classes()
                .that()
                .resideInAnyPackage(root + ".*.ledger..")
                .should(condition(
                        "have no float and no double",
                        (origin, events) -> origin.getMembers().stream()
                                .filter(member -> typesOf(member).anyMatch(ArchitectureTest::isApproximate))
                                .forEach(member ->
                                        violated(events, origin, member.getFullName() + " is not a whole number"))));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getRawType());
            case JavaCodeUnit unit ->
                Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()));
            default -> throw new IllegalArgumentException(member.getDescription());
        };
    }

    private static boolean isApproximate(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                .contains(type.getBaseComponentType().getName());
    }

    // Rule 5: a port is an interface of the application; its kit is run over at least two implementations.

    private static ArchRule portsHaveKits(String root, JavaClasses all) {
        return classes()
                .that(resideInAPackage(root + ".application..").and(describe("are ports", ArchitectureTest::isPort)))
                .should(condition("have a contract kit that at least two test classes extend", (port, events) -> {
                    String kit = port.getName() + "Contract";
                    long runs = all.contain(kit)
                            ? all.get(kit).getAllSubclasses().stream()
                                    .filter(ArchitectureTest::isConcrete)
                                    .count()
                            : 0;
                    if (runs < 2) {
                        violated(events, port, port.getName() + " has a kit that runs " + runs + " times: " + kit);
                    }
                }));
    }

    private static boolean isPort(JavaClass type) {
        return type.isInterface()
                && type.isTopLevelClass()
                && !type.isAnnotation()
                && !type.getSimpleName().equals("package-info")
                && !NO_PORTS.containsKey(type.getSimpleName());
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.getModifiers().contains(ABSTRACT);
    }

    private static JavaClasses allOf(String root) {
        return root.equals(HOUSE) ? TESTS : VIOLATING;
    }

    // Rule 6: names that say nothing hide classes that do too much.

    private static ArchRule namesSayWhatItIs(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto|Mapper)");
    }

    private static boolean isMain(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    private static boolean isWrittenByHand(Location location) {
        return Stream.of("/dev/perennial/contract/", "/dev/perennial/persistence/jooq/")
                .noneMatch(location::contains);
    }

    /** The capability that a class belongs to: the package below its module's; empty for classes outside of the capabilities. */
    private static String capability(String root, JavaClass type) {
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
