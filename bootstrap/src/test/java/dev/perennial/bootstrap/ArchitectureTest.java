package dev.perennial.bootstrap;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

    private static final String HOUSE = ArchitectureRules.HOUSE;
    private static final String VIOLATORS = "dev.perennial.architecture.violators";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isMain)
            .withImportOption(ArchitectureTest::isWrittenByHand)
            .importPackages(HOUSE);
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ArchitectureTest::isWrittenByHand)
            .importPackages(HOUSE + ".application", HOUSE + ".persistence");
    private static final JavaClasses VIOLATING = new ClassFileImporter().importPackages(VIOLATORS);

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
                rule("domain is pure", ArchitectureRules::domainIsPure, "DomainWithFramework"),
                rule(
                        "application stands on the domain",
                        ArchitectureRules::applicationStandsOnTheDomain,
                        "ApplicationWithJdbcPool"),
                rule("cel stays behind its package", ArchitectureRules::celStaysBehindItsPackage, "ProgramWithCel"),
                rule("grpc knows no persistence", ArchitectureRules::grpcKnowsNoPersistence, "ServiceWithRows"),
                rule("persistence knows no grpc", ArchitectureRules::persistenceKnowsNoGrpc, "RowsWithService"),
                rule(
                        "grpc stays at the edge",
                        ArchitectureRules::grpcStaysAtTheEdge,
                        "PersistenceWithStatus",
                        "PersistenceWithMessage"),
                rule(
                        "jooq stays in persistence",
                        ArchitectureRules::jooqStaysInPersistence,
                        "ServiceWithSql",
                        "BootstrapWithSql"),
                rule(
                        "spring stays outside",
                        ArchitectureRules::springStaysOutside,
                        "DomainWithFramework",
                        "ServiceWithContext"),
                rule(
                        "capabilities use what the map says",
                        ArchitectureRules::capabilitiesUseWhatTheMapSays,
                        "LedgerWithFeed",
                        "Unknown"),
                rule(
                        "no cycles in domain",
                        root -> ArchitectureRules.noCycles(root, "domain"),
                        "CycleStart",
                        "CycleEnd"),
                rule(
                        "no cycles in application",
                        root -> ArchitectureRules.noCycles(root, "application"),
                        "ApplicationCycleStart"),
                rule("no cycles in grpc", root -> ArchitectureRules.noCycles(root, "grpc"), "GrpcCycleStart"),
                rule(
                        "no cycles in persistence",
                        root -> ArchitectureRules.noCycles(root, "persistence"),
                        "PersistenceCycleStart"),
                rule(
                        "time and chance are inputs",
                        ArchitectureRules::timeAndChanceAreInputs,
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
                rule("domain fields are final", ArchitectureRules::domainFieldsAreFinal, "Mutable.count"),
                rule("no setters", ArchitectureRules::noSetters, "Mutable.setCount"),
                rule(
                        "ledger counts in whole steps",
                        ArchitectureRules::ledgerCountsInWholeSteps,
                        "Approximate.rate",
                        "Approximate.half",
                        "Approximate.boxed",
                        "Approximate.array"),
                rule(
                        "ports have kits",
                        root -> ArchitectureRules.portsHaveKits(root, allOf(root)),
                        "PortWithoutKit",
                        "PortWithOneImplementation"),
                rule(
                        "names say what it is",
                        ArchitectureRules::namesSayWhatItIs,
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
        Stream<String> capabilities = ArchitectureRules.MAY_USE.keySet().stream();
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
                ArchitectureRules.MODULES.stream().map(module -> HOUSE + "." + module));
        assertThat(named).allSatisfy(name -> assertThat(packages).anyMatch(p -> (p + ".").startsWith(name + ".")));
        assertThat(capabilities)
                .allSatisfy(name -> assertThat(packages)
                        .anyMatch(p -> ArchitectureRules.MODULES.stream()
                                .anyMatch(module -> (p + ".").startsWith(HOUSE + "." + module + "." + name + "."))));
    }

    /** The map says what is so, not what may once be. */
    @Test
    void everyLineOfTheMapIsUsed() {
        Set<String> used = new TreeSet<>();
        MAIN.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .forEach(d -> used.add(ArchitectureRules.capability(HOUSE, d.getOriginClass())
                        + "→"
                        + ArchitectureRules.capability(HOUSE, d.getTargetClass())));
        assertThat(ArchitectureRules.MAY_USE.entrySet().stream()
                        .flatMap(e -> e.getValue().stream().map(to -> e.getKey() + "→" + to)))
                .allSatisfy(edge -> assertThat(used).contains(edge));
    }

    private static JavaClasses allOf(String root) {
        return root.equals(HOUSE) ? TESTS : VIOLATING;
    }

    private static boolean isMain(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    private static boolean isWrittenByHand(Location location) {
        return Stream.of("/dev/perennial/contract/", "/dev/perennial/persistence/jooq/")
                .noneMatch(location::contains);
    }
}
