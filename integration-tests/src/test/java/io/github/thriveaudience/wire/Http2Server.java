package io.github.thriveaudience.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A minimal HTTP/2 server (RFC 9113), for responses that no real server sends on demand. Over
 * HTTP/1.1 it responds to each request with a page.
 */
public final class Http2Server implements AutoCloseable {
  public static final int RST_STREAM = 3;
  static final int GOAWAY = 7;
  static final int INTERNAL_ERROR = 2;
  public static final int REFUSED_STREAM = 7;

  /** Indexes of header names in the static table (RFC 7541, appendix A). */
  private static final Map<String, Integer> NAMES =
      Map.of("content-encoding", 26, "content-length", 28, "content-type", 31);

  private static final int STATUS_200 = 0x88;
  private static final int DATA = 0;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PREFACE = 24;
  private static final byte MAX_CONCURRENT_STREAMS = 3;

  /** Handles a request over HTTP/2. */
  public interface Handler {
    void handle(int stream, DataOutputStream out) throws IOException;
  }

  /** The protocol of each connection. */
  final List<String> protocols = new CopyOnWriteArrayList<>();

  private final byte streams;
  private final Handler handler;
  private final Sockets sockets;

  /**
   * Starts a server.
   *
   * @param streams the maximum number of requests in flight per connection
   */
  public Http2Server(int streams, Handler handler) {
    this.streams = (byte) streams;
    this.handler = handler;
    this.sockets = new Sockets(socket(), this::serve);
  }

  private static ServerSocket socket() {
    return Tls.socket("good", Http2Server::offer);
  }

  private static void offer(SSLServerSocket socket) {
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    socket.setSSLParameters(parameters);
  }

  public int port() {
    return sockets.port();
  }

  private void serve(Socket connection) throws IOException {
    SSLSocket tls = (SSLSocket) connection;
    tls.startHandshake();
    String protocol = tls.getApplicationProtocol();
    protocols.add(protocol);
    if (protocol.equals("h2")) {
      serveHttp2(tls);
    } else {
      serveHttp1(tls);
    }
  }

  private static void serveHttp1(Socket connection) throws IOException {
    while (true) {
      Sockets.head(connection);
      String page = Pages.page(1, 1, 1000);
      Sockets.write(
          connection,
          "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
              + page.length()
              + "\r\n\r\n"
              + page);
    }
  }

  private void serveHttp2(Socket connection) throws IOException {
    DataInputStream in = new DataInputStream(connection.getInputStream());
    DataOutputStream out = new DataOutputStream(connection.getOutputStream());
    in.readFully(new byte[PREFACE]);
    frame(out, SETTINGS, 0, new byte[] {0, MAX_CONCURRENT_STREAMS, 0, 0, 0, streams});
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readUnsignedByte();
      int stream = in.readInt();
      in.readFully(new byte[length]);
      if (type == HEADERS) {
        handler.handle(stream, out);
      }
    }
  }

  /** Sends a success whose body ends with its stream, whatever the headers say. */
  static void respond(DataOutputStream out, int stream, Map<String, String> headers, String body)
      throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.write(STATUS_200);
    headers.forEach((name, value) -> write(head, NAMES.get(name), value));
    frame(out, HEADERS, END_HEADERS, stream, head.toByteArray());
    frame(out, DATA, END_STREAM, stream, body.getBytes(US_ASCII));
  }

  /** A literal field without indexing (RFC 7541, section 6.2.2). */
  private static void write(ByteArrayOutputStream head, int name, String value) {
    head.write(0x0f);
    head.write(name - 0x0f);
    head.write(value.length());
    head.writeBytes(value.getBytes(US_ASCII));
  }

  public static void frame(DataOutputStream out, int type, int stream, byte[] payload)
      throws IOException {
    frame(out, type, 0, stream, payload);
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(9 + payload.length);
    frame.put((byte) 0).putShort((short) payload.length);
    frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
    out.write(frame.array());
    out.flush();
  }

  public static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  @Override
  public void close() {
    sockets.close();
  }
}
