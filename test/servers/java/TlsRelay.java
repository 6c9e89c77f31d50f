import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS as Java's own library (JSSE) speaks it, on many ports, with the gateway behind each. Arguments: the gateway's port, the
 * disabled algorithms (security property), and a file with one endpoint a line:
 * port TAB keystore TAB protocols (or -) TAB cipher suites (or -) TAB client certificate (none, wanted, needed) TAB idle
 * milliseconds after an answer until the connection is cut without close_notify (0: never).
 */
public final class TlsRelay {
  private static final char[] PASSWORD = "earshot".toCharArray();

  private TlsRelay() {}

  public static void main(String[] args) throws Exception {
    int gateway = Integer.parseInt(args[0]);
    Security.setProperty("jdk.tls.disabledAlgorithms", args[1]);
    List<Thread> accepting = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[2]))) {
      Thread thread = new Thread(() -> serve(line.split("\t"), gateway));
      thread.start();
      accepting.add(thread);
    }
    for (Thread thread : accepting) thread.join();
  }

  private static void serve(String[] endpoint, int gateway) {
    try {
      SSLContext context = contextWith(Path.of(endpoint[1]));
      InetAddress loopback = InetAddress.getLoopbackAddress();
      int idle = Integer.parseInt(endpoint[5]);
      try (ServerSocket server = new ServerSocket(Integer.parseInt(endpoint[0]), 50, loopback)) {
        while (true) {
          Socket plain = server.accept();
          start(() -> relay(plain, endpoint, context, gateway, idle));
        }
      }
    } catch (Exception error) {
      System.err.println(endpoint[1] + ": " + error);
      System.exit(1);
    }
  }

  private static void relay(Socket plain, String[] endpoint, SSLContext context, int port, int idle) {
    // In a layer of its own, so that the plain connection can be cut without a close_notify.
    try (plain;
        SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), false)) {
      client.setUseClientMode(false);
      SSLParameters parameters = client.getSSLParameters();
      if (!endpoint[2].equals("-")) parameters.setProtocols(endpoint[2].split(","));
      if (!endpoint[3].equals("-")) parameters.setCipherSuites(endpoint[3].split(","));
      if (endpoint[4].equals("wanted")) parameters.setWantClientAuth(true);
      if (endpoint[4].equals("needed")) parameters.setNeedClientAuth(true);
      client.setSSLParameters(parameters);
      client.startHandshake();
      try (Socket gateway = context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
        boolean[] answered = {false};
        start(() -> {
          copy(client, gateway, answered, false);
          close(gateway);
        });
        gateway.setSoTimeout(idle);
        boolean ended = copy(gateway, client, answered, true);
        while (!ended && !answered[0]) ended = copy(gateway, client, answered, true);
        if (!ended) plain.close();
      }
    } catch (IOException error) {
      System.err.println(endpoint[0] + ": " + error);
    }
  }

  /** Copies until the end; false when nothing came for the socket's time-out. */
  private static boolean copy(Socket from, Socket to, boolean[] answered, boolean isAnswer) {
    byte[] bytes = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        answered[0] = isAnswer;
        out.write(bytes, 0, count);
        out.flush();
      }
      return true;
    } catch (SocketTimeoutException error) {
      return false;
    } catch (IOException error) {
      return true;
    }
  }

  private static Thread start(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException error) {
      System.err.println("close: " + error);
    }
  }

  private static SSLContext contextWith(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), new TrustManager[] {new Anyone()}, null);
    return context;
  }

  /** The gateway behind it is on this machine; a client's certificate, should there be one, is taken as it is. */
  private static final class Anyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
