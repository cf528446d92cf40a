package org.shangbao.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

@AnalyzeClasses(packages = "org.shangbao.server", importOptions = ImportOption.DoNotIncludeTests.class)
class ServerArchitectureTest {
    @ArchTest
    static final ArchRule sqlStaysInTheStore = noClasses().that().resideOutsideOfPackage("..server.store..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..", "org.postgresql..", "org.jdbi..", "org.flywaydb..",
                    "com.zaxxer..")
            .because("the database is replaceable behind the repositories");

    @ArchTest
    static final ArchRule httpStaysOutside = noClasses().that().resideOutsideOfPackages("..server.http..", "..server.launcher..").should()
            .dependOnClassesThat().resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..")
            .because("network, command line and packages run the same services");

    @ArchTest
    static final ArchRule servicesKnowNeitherStoreNorHttpNorCommands = noClasses().that().resideInAPackage("..server.service..").should()
            .dependOnClassesThat().resideInAnyPackage("..server.store..", "..server.http..", "..server.command..", "..server.launcher..")
            .because("arrows point to the services, which own the interfaces");

    @ArchTest
    static final ArchRule nothingPointsToTheLauncher = noClasses().that().resideOutsideOfPackage("..server.launcher..").should()
            .dependOnClassesThat().resideInAPackage("..server.launcher..").because("wiring is by hand and in one place");

    @ArchTest
    static final ArchRule serverNeverSeesTheClient = noClasses().should().dependOnClassesThat().resideInAPackage("org.shangbao.client..")
            .because("they share the model and the wire records only").allowEmptyShould(false);

    @ArchTest
    static final ArchRule noRawThreads = noClasses().that().resideOutsideOfPackage("..server.launcher..").should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class)))).orShould().dependOnClassesThat().belongToAnyOf(Executors.class)
            .orShould().callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .because("executors are bounded, named and closed by the launcher");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should().callMethod(Instant.class, "now").orShould()
            .callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now").orShould()
            .callMethod(ZonedDateTime.class, "now").orShould().callMethod(OffsetDateTime.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis").because("windows and pauses must be testable with a fixed clock");

    @ArchTest
    static final ArchRule standardStreamsBelongToMain = noClasses().that().resideOutsideOfPackage("..server.launcher..").should()
            .accessField(System.class, "out").orShould().accessField(System.class, "err")
            .because("a command prints to the writer it is handed");

    @ArchTest
    static final ArchRule noGenericExceptionsThrown = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule onlySlf4jLogs = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "ch.qos.logback..")
            .because("libraries log through slf4j and the launcher chooses the backend");
}
