// A peer on Java's own TLS: presents a certificate, or none, and asks once.
//
//   java Peer.java URL CA.pem FOR SERVICE [CERTIFICATE.pem KEY.pem]
//
// Prints the status of the answer, or `refused` where there is no connection.

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class Peer {
    public static void main(String[] args) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", read(factory, args[1]));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyManagerFactory keys = null;
        if (args.length > 5) {
            KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
            own.load(null, null);
            String pem = Files.readString(Path.of(args[5]));
            String base64 = pem.replaceAll("-----[^-]*-----", "").replaceAll("\\s", "");
            PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            Certificate[] chain = {read(factory, args[4])};
            own.setKeyEntry("own", KeyFactory.getInstance("EC").generatePrivate(spec), new char[0], chain);
            keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(own, new char[0]);
        }
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        HttpsURLConnection connection = (HttpsURLConnection) URI.create(args[0]).toURL().openConnection();
        connection.setSSLSocketFactory(tls.getSocketFactory());
        connection.setConnectTimeout(5000);
        connection.setReadTimeout(5000);
        connection.setRequestProperty("kanta-for", args[2]);
        connection.setRequestProperty("kanta-service", args[3]);
        try {
            System.out.println(connection.getResponseCode());
        } catch (IOException refused) {
            System.out.println("refused");
        }
    }

    private static Certificate read(CertificateFactory factory, String file) throws Exception {
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(Path.of(file)))) {
            return factory.generateCertificate(in);
        }
    }
}
