package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * As much of HTTP/2 as it takes to answer in ways that no decent server does. One connection after
 * the other, each request answered by the next of the responses.
 */
final class Http2Server implements AutoCloseable {
  /** The names that are sent, by their number in the static table (RFC 7541, appendix A). */
  private static final Map<String, Integer> NAMES =
      Map.of("content-encoding", 26, "content-length", 28, "content-type", 31);

  private static final int PREFACE = 24;
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int STATUS_200 = 0x88;

  /** What is sent in one DATA frame that ends the stream, whatever the headers say. */
  record Response(Map<String, String> headers, String body) {}

  private final Queue<Response> responses = new ConcurrentLinkedQueue<>();
  private final SSLServerSocket server;

  Http2Server(SSLContext tls) throws IOException {
    server =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    SSLParameters parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    server.setSSLParameters(parameters);
    Thread thread = new Thread(this::serve, "http2-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI baseUri() {
    return URI.create("https://localhost:" + server.getLocalPort() + "/rest/v1");
  }

  void respond(Map<String, String> headers, String body) {
    responses.add(new Response(headers, body));
  }

  private void serve() {
    while (!server.isClosed()) {
      try (SSLSocket connection = (SSLSocket) server.accept()) {
        serve(connection);
      } catch (IOException e) {
        // The client is gone, or the test has ended.
      }
    }
  }

  private void serve(SSLSocket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    DataOutputStream out = new DataOutputStream(connection.getOutputStream());
    in.skipNBytes(PREFACE);
    send(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      in.skipNBytes(length);
      if (type == SETTINGS && flags != ACK) {
        send(out, SETTINGS, ACK, 0, new byte[0]);
      } else if (type == HEADERS) {
        respond(out, stream, responses.remove());
      }
    }
  }

  private static void respond(DataOutputStream out, int stream, Response response)
      throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(STATUS_200);
    response.headers().forEach((name, value) -> write(head, NAMES.get(name), value));
    send(out, HEADERS, END_HEADERS, stream, head.toByteArray());
    send(out, DATA, END_STREAM, stream, response.body().getBytes(US_ASCII));
  }

  /** A literal that is not indexed (RFC 7541, section 6.2.2). */
  private static void write(ByteArrayOutputStream head, int name, String value) {
    head.write(0x0f);
    head.write(name - 0x0f);
    head.write(value.length());
    head.writeBytes(value.getBytes(US_ASCII));
  }

  private static void send(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
