package org.shangbao.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

/** The arrows and bans of the style guide, section 11, as far as they concern the model. */
@AnalyzeClasses(packages = "org.shangbao.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modelIsPureJava = classes().that().resideInAPackage("org.shangbao.model..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("java.lang..", "java.math..", "java.nio.charset..", "java.security..", "java.text..", "java.time..",
                    "java.util..",
                    "org.jspecify..", "org.shangbao.model..")
            .because("client and server must run the same rules, with no I/O behind them");

    @ArchTest
    static final ArchRule modelHoldsNoFloatingPoint = noFields().that().areDeclaredInClassesThat().resideInAPackage("org.shangbao.model..")
            .should().haveRawType(double.class).orShould().haveRawType(float.class).orShould().haveRawType(Double.class).orShould()
            .haveRawType(Float.class).because("a figure is a BigDecimal with a declared unit and scale");

    @ArchTest
    static final ArchRule modelReturnsNoFloatingPoint = noMethods().that().areDeclaredInClassesThat()
            .resideInAPackage("org.shangbao.model..").should().haveRawReturnType(double.class).orShould().haveRawReturnType(float.class)
            .orShould().haveRawReturnType(Double.class).orShould().haveRawReturnType(Float.class)
            .because("a figure is a BigDecimal with a declared unit and scale");

    @ArchTest
    static final ArchRule modelStartsNoThreads = noClasses().should().callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .orShould().dependOnClassesThat().resideInAPackage("java.util.concurrent")
            .because("executors are bounded, named and closed by the launcher");

    @ArchTest
    static final ArchRule timeIsHandedIn = noClasses().should().callMethod(Instant.class, "now").orShould()
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
}
