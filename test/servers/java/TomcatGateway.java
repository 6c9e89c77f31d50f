import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/**
 * A web application in Tomcat that answers with what the gateway answers. Arguments: the gateway's port, a folder, and a file with
 * one connector a line: port TAB keystore TAB how the answer is written (bytes, labelled-latin-1)
 * TAB properties of the connector (name=value, parted by commas, or -).
 */
public final class TomcatGateway {
  private TomcatGateway() {}

  public static void main(String[] args) throws Exception {
    System.setProperty("jdk.internal.httpclient.disableHostnameVerification", "true");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(args[1]);
    Context root = tomcat.addContext("", args[1]);
    int gateway = Integer.parseInt(args[0]);
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      String[] endpoint = line.split("\t");
      int port = Integer.parseInt(endpoint[0]);
      tomcat.getService().addConnector(connector(port, endpoint[1], endpoint[3]));
    }
    Wrapper servlet = Tomcat.addServlet(root, "gateway", new Gateway(gateway, Files.readAllLines(Path.of(args[2]))));
    servlet.setAsyncSupported(true);
    root.addServletMappingDecoded("/agentgateway/*", "gateway");
    tomcat.start();
    tomcat.getServer().await();
  }

  private static Connector connector(int port, String store, String properties) {
    Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
    connector.setPort(port);
    connector.setProperty("address", "127.0.0.1");
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    for (String property : properties.equals("-") ? new String[0] : properties.split(",")) {
      String[] pair = property.split("=");
      connector.setProperty(pair[0], pair[1]);
    }
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(store);
    certificate.setCertificateKeystoreType("PKCS12");
    certificate.setCertificateKeystorePassword("earshot");
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
    return connector;
  }

  /** Hands each request on to the gateway. */
  private static final class Gateway extends HttpServlet {
    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding", "keep-alive", "date");
    private final int gateway;
    private final List<String> endpoints;
    private final HttpClient client;

    Gateway(int gateway, List<String> endpoints) throws Exception {
      this.gateway = gateway;
      this.endpoints = endpoints;
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anyone()}, new SecureRandom());
      this.client = HttpClient.newBuilder().sslContext(context).version(HttpClient.Version.HTTP_1_1).build();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
      String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
      URI uri = URI.create("https://127.0.0.1:" + gateway + request.getRequestURI() + query);
      byte[] body = request.getInputStream().readAllBytes();
      HttpRequest.Builder asked = HttpRequest.newBuilder(uri).method(request.getMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
      for (String name : java.util.Collections.list(request.getHeaderNames())) {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) asked.header(name, request.getHeader(name));
      }
      HttpResponse<byte[]> answer;
      try {
        answer = client.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
      } catch (InterruptedException error) {
        throw new ServletException(error);
      }
      response.setStatus(answer.statusCode());
      answer.headers().map().forEach((name, values) -> {
        if (!OWN.contains(name.toLowerCase(Locale.ROOT))) values.forEach((value) -> response.addHeader(name, value));
      });
      if (written(request.getLocalPort()).equals("labelled-latin-1")) {
        // What setContentType and an OutputStream lead to: the servlet standard's own charset, and the bytes of another.
        response.setContentType("application/json;charset=" + StandardCharsets.ISO_8859_1.name());
      }
      response.getOutputStream().write(answer.body());
    }

    private String written(int port) {
      return endpoints.stream().map((line) -> line.split("\t")).filter((line) -> Integer.parseInt(line[0]) == port).findFirst().orElseThrow()[2];
    }
  }

  /** The gateway behind it is on this machine. */
  private static final class Anyone extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
