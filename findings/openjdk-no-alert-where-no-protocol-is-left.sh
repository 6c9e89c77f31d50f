#!/usr/bin/env bash
# OpenJDK 17.0.15 (Debian 12, openjdk-17-jdk-headless): a TLS server whose protocols its own policy forbids closes each connection
# without an alert.
#
# setEnabledProtocols takes TLSv1 without a word, and getEnabledProtocols lists it, though jdk.tls.disabledAlgorithms forbids it.
# To a ClientHello that offers TLS 1.0 to 1.3 the server then sends nothing: the connection ends, and only the server's own exception
# says why. RFC 5246 (7.4.1.3) and RFC 8446 (6.2) have an alert there, and the same server sends one (protocol_version) to a client
# that is too old for it. Clients can only say that the connection was closed, and people look for a firewall.
#
# What helps: look into the server's log for "No appropriate protocol", and enable a protocol that its policy allows.
#
# Exits with 0 while this is so, with 1 when it has changed, with 2 where a JDK or openssl is missing.
set -euo pipefail
for program in java javac keytool openssl; do
  command -v "$program" >/dev/null || { echo "$program is missing: apt-get install openjdk-17-jdk-headless openssl"; exit 2; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
java -version 2>&1 | sed -n 2p
openssl version

keytool -genkeypair -keystore store.p12 -storepass example -alias server -keyalg RSA -keysize 2048 -dname CN=localhost 2>/dev/null
cat >Server.java <<'JAVA'
import java.io.FileInputStream;
import java.security.KeyStore;
import javax.net.ssl.*;

public final class Server {
  public static void main(String[] args) throws Exception {
    char[] password = "example".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (var in = new FileInputStream("store.p12")) { store.load(in, password); }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
    server.setEnabledProtocols(new String[] {args[0]});
    System.out.println(server.getLocalPort());
    System.out.println("  server enables: " + String.join(", ", server.getEnabledProtocols()));
    try (SSLSocket socket = (SSLSocket) server.accept()) {
      socket.startHandshake();
    } catch (SSLException error) {
      System.out.println("  server says:    " + error.getMessage());
    }
  }
}
JAVA
javac Server.java

# try NAME PROTOCOL-OF-THE-SERVER NEWEST-OF-THE-CLIENT: what the client got is left in NAME.client.
try() {
  : >"$1.server"
  java Server "$2" >>"$1.server" &
  until [[ $(wc -l <"$1.server") -ge 2 ]]; do sleep 0.1; done
  openssl s_client -connect "127.0.0.1:$(head -1 "$1.server")" -min_protocol TLSv1 -max_protocol "$3" \
    -cipher DEFAULT:@SECLEVEL=0 -msg </dev/null >"$1.client" 2>&1 || true
  wait $!
  echo "$1:"
  tail -n +2 "$1.server"
  echo "  client gets:    $(grep -E '^<<<.*(Alert|Hello)|unexpected eof' "$1.client" | head -1 | sed 's/^[0-9A-F]*:error:[0-9A-F]*://; s/:\.\..*//')"
}
try forbidden TLSv1 TLSv1.3
try too-old TLSv1.2 TLSv1.1

grep -q 'No appropriate protocol' forbidden.server && ! grep -q '^<<<' forbidden.client && grep -q '^<<<.*Alert.*protocol_version' too-old.client
