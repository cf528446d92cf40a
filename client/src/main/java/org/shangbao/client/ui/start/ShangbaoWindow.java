package org.shangbao.client.ui.start;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;

import org.shangbao.client.application.keeping.OfficeKeeping;
import org.shangbao.client.application.office.Office;
import org.shangbao.client.ui.common.Appearance;
import org.shangbao.client.ui.common.Controls;
import org.shangbao.client.ui.common.Formats;
import org.shangbao.client.ui.common.Language;
import org.shangbao.client.ui.common.LongWork;
import org.shangbao.client.ui.common.Messages;
import org.shangbao.client.ui.common.Pictures;
import org.shangbao.client.ui.common.SceneDialogs;
import org.shangbao.client.ui.help.HelpScreen;
import org.shangbao.client.ui.keeping.KeepingNotices;
import org.shangbao.client.ui.keeping.KeepingScreen;
import org.shangbao.client.ui.shell.Navigator;
import org.shangbao.client.ui.shell.Screen;
import org.shangbao.client.ui.shell.ScreenProvider;
import org.shangbao.client.ui.shell.ShellView;
import org.shangbao.client.ui.shell.ShellViewModel;
import org.shangbao.client.ui.shell.UiContext;
import org.shangbao.client.ui.shell.UiServices;
import org.shangbao.client.ui.signoff.ReviewWorkspace;

/** The whole window as a scene; put into a stage by the application, or driven as it is by the demo and by tests. FX thread only. */
public final class ShangbaoWindow {
    /** Width of the design. */
    public static final double WIDTH = 1366;
    /** Height of the design. */
    public static final double HEIGHT = 768;

    private final Messages messages;
    private final Appearance appearance;
    private final ShellView shell;
    private final Scene scene;

    /**
     * Builds the window with every feature this office and person have a use for; whoever fills begins at home, whoever reviews at the
     * units.
     *
     * @param services use cases, clock, zone, first language
     * @param office   the office, read before
     * @throws IllegalArgumentException if the person has no role with a screen
     */
    public ShangbaoWindow(UiServices services, Office office) { this(services, office, () -> {}); }

    /**
     * Builds the window.
     *
     * @param reenter called when a backup was restored: whatever this window shows is out of date then
     */
    public ShangbaoWindow(UiServices services, Office office, Runnable reenter) { this(services, office, new Appearance(), reenter); }

    /** Builds the window in a look that is remembered. */
    ShangbaoWindow(UiServices services, Office office, Appearance appearance, Runnable reenter) {
        this(services, office, List.of(new FillerScreens(), new ReviewWorkspace()), appearance, reenter);
    }

    /**
     * Builds the window and opens its first screen.
     *
     * @param services  use cases, clock, zone, first language
     * @param office    the office, read before
     * @param providers features in the order of their entries
     * @throws IllegalArgumentException if no feature has a screen for this office
     */
    public ShangbaoWindow(UiServices services, Office office, List<ScreenProvider> providers) {
        this(services, office, providers, new Appearance(), () -> {});
    }

    private ShangbaoWindow(UiServices services, Office office, List<ScreenProvider> providers, Appearance appearance, Runnable reenter) {
        this.appearance = appearance;
        messages = new Messages(Language.of(services.locale()));
        Controls controls = new Controls(messages, appearance);
        LongWork work = new LongWork(services.tasks());
        shell = new ShellView(new ShellViewModel(office, services.office(), services.tasks()), work, messages, controls);
        scene = new Scene(shell, WIDTH, HEIGHT);
        appearance.dress(scene);
        appearance.lookProperty().subscribe((was, look) -> {
            appearance.dress(scene);
            shell.showAnew();
        });
        UiContext context = new UiContext(services, office, messages, new Formats(messages, services.clock(), services.zone()), controls,
                new SceneDialogs(shell.overlay(), messages, controls, services.opener()), shell, work);
        List<Screen> screens = new ArrayList<>();
        providers.forEach(provider -> screens.addAll(provider.screens(context)));
        if (screens.isEmpty()) {
            throw new IllegalArgumentException("no screen for " + office.unit().id());
        }
        screens.add(new HelpScreen(context));
        OfficeKeeping keeping = services.keeping();
        if (keeping != null) {
            screens.add(new KeepingScreen(context, keeping, reenter));
            KeepingNotices notices = new KeepingNotices(keeping, services.tasks(), shell);
            notices.look();
            services.office().watchLink(notices::look);
        }
        shell.use(screens);
        shell.open(screens.getFirst().name());
    }

    /** Returns the scene. */
    public Scene scene() { return scene; }

    /** Returns what opens screens. */
    public Navigator navigator() { return shell; }

    /** Returns the open screen's name. */
    public String openScreen() { return shell.openScreen(); }

    /** Returns the texts; changing their language changes every screen at once. */
    public Messages messages() { return messages; }

    /** Returns the look; changing it changes every screen at once. */
    public Appearance appearance() { return appearance; }

    /** Saves what is being typed; call it when the window closes. */
    public void leave() { shell.leave(); }

    /** Takes a picture of the scene as it is now, as PNG. */
    public byte[] picture() { return Pictures.png(scene.snapshot(null)); }
}
