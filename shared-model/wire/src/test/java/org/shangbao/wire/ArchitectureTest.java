package org.shangbao.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

/** The arrows and bans of the style guide, section 11, as far as they concern the wire module. */
@AnalyzeClasses(packages = "org.shangbao.wire", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule wireKnowsNeitherProgramNorPaper = noClasses().that().resideInAPackage("org.shangbao.wire..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.shangbao.client..", "org.shangbao.server..", "org.shangbao.paper..", "java.sql..",
                    "java.net.http..", "javafx..")
            .because("client and server share these records and nothing reaches back");

    @ArchTest
    static final ArchRule numbersTravelAsDecimalStrings = noFields().that().areDeclaredInClassesThat()
            .resideInAPackage("org.shangbao.wire..").should().haveRawType(double.class).orShould().haveRawType(float.class).orShould()
            .haveRawType(Double.class).orShould().haveRawType(Float.class)
            .because("12.50 and 9007199254740993 do not survive a binary number");

    @ArchTest
    static final ArchRule noRawThreads = noClasses().should().callConstructorWhere(target(owner(assignableTo(Thread.class)))).orShould()
            .dependOnClassesThat().belongToAnyOf(Executors.class).because("executors are bounded, named and closed by the launcher");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses().should().callMethod(Instant.class, "now").orShould()
            .callMethod(LocalDate.class, "now").orShould().callMethod(LocalDateTime.class, "now").orShould()
            .callMethod(ZonedDateTime.class, "now").orShould().callMethod(OffsetDateTime.class, "now").orShould()
            .callMethod(Year.class, "now").orShould().callMethod(YearMonth.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis").because("deadlines and periods must be testable with a fixed Clock");

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
            .because("output is the job of commands and logs");

    @ArchTest
    static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS
            .because("a failure says what it is");

    @ArchTest
    static final ArchRule nothingIsDeserializedByJava = noClasses().should().dependOnClassesThat()
            .haveFullyQualifiedName("java.io.ObjectInputStream").because("bytes from outside never choose the class that is made of them");
}
