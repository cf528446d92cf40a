package org.shangbao.client.ui;

import javafx.application.Platform;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of the style guide that concern the window. */
@AnalyzeClasses(packages = "org.shangbao.client.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class UiArchitectureTest {

    @ArchTest
    static final ArchRule viewModelsKnowNoControls = noClasses().that().haveSimpleNameEndingWith("ViewModel").should()
            .dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application..")
            .because("a ViewModel must be testable without a screen");

    @ArchTest
    static final ArchRule viewsReachOnlyViewModels = noClasses().that().haveSimpleNameEndingWith("View").should().dependOnClassesThat()
            .resideInAnyPackage("org.shangbao.client.application..", "org.shangbao.client.data..", "org.shangbao.client.sync..",
                    "org.shangbao.client.print..", "org.shangbao.client.scan..")
            .because("a View binds and lays out; decisions are the ViewModel's");

    @ArchTest
    static final ArchRule windowKnowsNoAdapter = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("org.shangbao.client.data..", "org.shangbao.client.sync..", "org.shangbao.client.print..",
                    "org.shangbao.client.scan..", "org.shangbao.client.command..", "org.shangbao.client.launcher..")
            .because("the window works on use cases; who implements them is wired by the launcher");

    @ArchTest
    static final ArchRule runLaterInOnePlace = noClasses().that().resideOutsideOfPackage("org.shangbao.client.ui.common..").should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("TaskRunner is the one road to and from the FX thread");

    @ArchTest
    static final ArchRule featuresAreAcyclic = slices().matching("org.shangbao.client.ui.(*)..").should().beFreeOfCycles()
            .because("a feature must be changeable without its neighbours");
}
