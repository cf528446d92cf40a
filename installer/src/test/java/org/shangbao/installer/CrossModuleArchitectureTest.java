package org.shangbao.installer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** Arrows between the programs; they bite only here, where both jars are on the class path. */
@AnalyzeClasses(packages = "org.shangbao", importOptions = ImportOption.DoNotIncludeTests.class)
class CrossModuleArchitectureTest {

    @ArchTest
    static final ArchRule clientNeverSeesServer = noClasses().that().resideInAPackage("org.shangbao.client..").should()
            .dependOnClassesThat().resideInAPackage("org.shangbao.server..")
            .because("they share the model, the wire records and the paper code only");

    @ArchTest
    static final ArchRule serverNeverSeesClient = noClasses().that().resideInAPackage("org.shangbao.server..").should()
            .dependOnClassesThat().resideInAPackage("org.shangbao.client..")
            .because("a server must start without a window toolkit");

    @ArchTest
    static final ArchRule sharedModulesSeeNeitherProgram = noClasses().that()
            .resideInAnyPackage("org.shangbao.model..", "org.shangbao.wire..", "org.shangbao.paper..").should().dependOnClassesThat()
            .resideInAnyPackage("org.shangbao.client..", "org.shangbao.server..").because("both programs run the same rules and formats");

    @ArchTest
    static final ArchRule modelSeesNoOtherModule = noClasses().that().resideInAPackage("org.shangbao.model..").should()
            .dependOnClassesThat().resideInAnyPackage("org.shangbao.wire..", "org.shangbao.paper..")
            .because("arrows point to the model, never out of it");
}
