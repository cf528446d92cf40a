package org.shangbao.client.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.shangbao.model.error.ErrorCode;
import org.shangbao.model.error.ReportingException;

import okhttp3.OkHttpClient;

/** Trusts exactly the authority that the enrolment file names: nobody else can stand in for the province's server. */
final class Trust {
    private Trust() {}

    /** Reads the authorities. */
    static KeyStore read(String pem) throws ReportingException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("authority" + number++, certificate);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new ReportingException(ErrorCode.ENROLMENT_BROKEN, Map.of("reason", "certificates"), e);
        }
    }

    /** Makes them the only ones that are trusted. */
    static void install(OkHttpClient.Builder http, KeyStore authorities) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            http.sslSocketFactory(context.getSocketFactory(), (X509TrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is part of the JDK", e);
        }
    }
}
