package org.shangbao.client.print;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.data.JRMapCollectionDataSource;
import net.sf.jasperreports.engine.util.JRLoader;

/** The compiled templates. Only templates from the program's own jar are ever loaded. */
final class Templates {

    private final JasperReport form = load("form");
    private final JasperReport annex = load("annex");
    private final JasperReport signOff = load("signoff");

    JasperPrint form(Map<String, @Nullable Object> parameters, List<Map<String, @Nullable Object>> rows) {
        return fill(form, parameters, rows);
    }

    JasperPrint annex(List<Map<String, @Nullable Object>> lines) { return fill(annex, Map.of(), lines); }

    JasperPrint signOff(Map<String, @Nullable Object> parameters, List<Map<String, @Nullable Object>> lines) {
        return fill(signOff, parameters, lines);
    }

    private static JasperReport load(String name) {
        String file = name + ".jasper";
        try (InputStream template = Templates.class.getResourceAsStream(file)) {
            if (template == null) {
                throw new PrintException("template missing: " + file);
            }
            return (JasperReport) JRLoader.loadObject(template);
        } catch (IOException | JRException e) {
            throw new PrintException("template damaged: " + file, e);
        }
    }

    @SuppressWarnings("NullAway") // JasperReports takes null values in both maps and is not annotated
    private static JasperPrint fill(JasperReport template, Map<String, @Nullable Object> parameters,
            List<Map<String, @Nullable Object>> rows) {
        Map<String, Object> filled = new HashMap<>(parameters);
        filled.put(JRParameter.REPORT_LOCALE, Locale.CHINA);
        Collection<Map<String, ?>> records = new ArrayList<>(rows);
        try {
            return JasperFillManager.getInstance(DefaultJasperReportsContext.getInstance()).fill(template, filled,
                    new JRMapCollectionDataSource(records));
        } catch (JRException e) {
            throw new PrintException("cannot fill " + template.getName(), e);
        }
    }
}
