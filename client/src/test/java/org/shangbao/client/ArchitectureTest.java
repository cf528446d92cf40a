package org.shangbao.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javafx.application.Platform;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The client's arrows and bans. */
@AnalyzeClasses(packages = "org.shangbao.client", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule useCasesKnowNoAdapter = noClasses().that().resideInAPackage("..client.application..")
            .should().dependOnClassesThat().resideInAnyPackage("..client.data..", "..client.sync..", "..client.print..", "..client.scan..",
                    "..client.paper..", "..client.keyring..", "..client.command..", "..client.ui..", "..client.launcher..", "okhttp3..",
                    "net.sf.jasperreports..",
                    "org.apache.pdfbox..")
            .because("adapters implement interfaces that the use cases own");

    @ArchTest
    static final ArchRule nothingPointsToTheLauncher = noClasses().that().resideOutsideOfPackage("..client.launcher..")
            .should().dependOnClassesThat().resideInAPackage("..client.launcher..").because("the launcher alone knows everything");

    @ArchTest
    static final ArchRule commandsAndWindowUseUseCasesOnly = noClasses().that().resideInAnyPackage("..client.command..", "..client.ui..")
            .should().dependOnClassesThat().resideInAnyPackage("..client.data..", "..client.sync..", "..client.print..", "..client.scan..",
                    "..client.paper..", "..client.keyring..")
            .because("both stand on the same use cases");

    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses().that().haveSimpleNameEndingWith("ViewModel")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
            .because("a ViewModel must be testable without a screen");

    @ArchTest
    static final ArchRule fxStaysInUi = noClasses().that().resideOutsideOfPackages("..client.ui..", "..client.launcher..")
            .should().dependOnClassesThat().resideInAPackage("javafx..")
            .because("use cases and adapters must run headless");

    @ArchTest
    static final ArchRule sqlStaysInData = noClasses().that().resideOutsideOfPackage("..client.data..")
            .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..", "org.h2..")
            .because("the database is replaceable behind a repository");

    @ArchTest
    static final ArchRule runLaterInOnePlace = noClasses().that().resideOutsideOfPackage("..client.ui.common..")
            .should().callMethod(Platform.class, "runLater", Runnable.class)
            .because("TaskRunner is the one road to and from the FX thread");

    @ArchTest
    static final ArchRule noRawThreads = noClasses().that().resideOutsideOfPackages("..client.launcher..")
            .should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .orShould().callMethod(Thread.class, "startVirtualThread", Runnable.class)
            .orShould().dependOnClassesThat().belongToAnyOf(Executors.class)
            .orShould().callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .orShould().callMethod(CompletableFuture.class, "runAsync", Runnable.class)
            .because("executors are bounded, named and closed by the launcher");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().that().resideOutsideOfPackage("..launcher..")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now").orShould().callMethod(Year.class, "now")
            .orShould().callMethod(YearMonth.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .because("deadlines and periods must be testable with a fixed Clock");

    @ArchTest
    static final ArchRule standardStreamsOnlyWhereTheProcessBegins = noClasses().that()
            .doNotHaveFullyQualifiedName("org.shangbao.client.launcher.ClientMain")
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS)
            .because("commands write to the writers they are given");

    @ArchTest
    static final ArchRule noGenericExceptionsThrown = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule onlySlf4jLogs = noClasses().that().resideOutsideOfPackage("..launcher..")
            .should().dependOnClassesThat().resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "org.apache.logging..",
                    "org.apache.commons.logging..", "ch.qos.logback..")
            .because("libraries log through slf4j and the launcher chooses the backend");

    @ArchTest
    static final ArchRule uiFeaturesAreAcyclic = slices().matching("..client.ui.(*)..").should().beFreeOfCycles();
}
