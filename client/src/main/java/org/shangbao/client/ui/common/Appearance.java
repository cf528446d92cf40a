package org.shangbao.client.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/**
 * The look of one window, changed live as its language is. In the standard look the shipped style sheets are used as they are; larger words
 * come from the same sheets with their lengths enlarged, dark colours from one sheet more. FX thread only.
 */
public final class Appearance {
    private static final String ROOT = "/org/shangbao/client/ui/";
    /** Enlarged sheets by name; made once for all windows. */
    private static final Map<String, String> ENLARGED = new ConcurrentHashMap<>();

    private final ReadOnlyObjectWrapper<Look> look;
    private final Consumer<Look> kept;

    /** The standard look, not remembered. */
    public Appearance() { this(Look.STANDARD, chosen -> {}); }

    /**
     * A look.
     *
     * @param first what it begins with
     * @param kept  hears what was chosen, to remember it
     */
    public Appearance(Look first, Consumer<Look> kept) {
        look = new ReadOnlyObjectWrapper<>(first);
        this.kept = kept;
    }

    /** Returns the look chosen now; windows dress and build their screens anew when it changes. */
    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Returns the look chosen now. */
    public Look look() { return look.get(); }

    /** Changes the look; whoever listens shows it. */
    public void use(Look chosen) {
        if (!chosen.equals(look())) {
            kept.accept(chosen);
            look.set(chosen);
        }
    }

    /** Dresses a scene in the look chosen now, with fonts, colours and the parts all screens share; {@code own} are sheets of its own. */
    public void dress(Scene scene, String... own) {
        Theme.loadScreenFonts();
        boolean isDark = look().shade() == Look.Shade.DARK;
        List<String> sheets = new ArrayList<>(List.of(style("common/tokens.css")));
        if (isDark) {
            sheets.add(style("common/tokens-dark.css"));
        }
        sheets.add(style("common/components.css"));
        for (String name : own) {
            sheets.add(style(name));
        }
        scene.setUserAgentStylesheet((isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheets);
    }

    /** Returns the address of a style sheet of a screen's package in the look chosen now, for example {@code fill/fill.css}. */
    public String style(String name) {
        return look().size() == Look.Size.LARGE
                ? ENLARGED.computeIfAbsent(name, Appearance::enlarged)
                : Objects.requireNonNull(Appearance.class.getResource(ROOT + name), name).toExternalForm();
    }

    /** Returns how long what measures {@code standard} px is in the look chosen now, by the rule the style sheets follow. */
    public double px(double standard) {
        return look().size() == Look.Size.LARGE ? Lengths.larger(standard) : standard;
    }

    private static String enlarged(String name) {
        try (InputStream in = Objects.requireNonNull(Appearance.class.getResourceAsStream(ROOT + name), name)) {
            String larger = Lengths.larger(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return "data:text/css;base64," + Base64.getEncoder().encodeToString(larger.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
