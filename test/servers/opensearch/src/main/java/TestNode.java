import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.opensearch.Version;
import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.plugins.PluginInfo;
import org.opensearch.transport.Netty4ModulePlugin;

/**
 * One OpenSearch node for tests, without any plugin but its transport. Arguments: a folder for everything it writes, and
 * optionally a port (default: a free one). Listens on 127.0.0.1 only, prints `ready on 127.0.0.1:PORT`, stops on SIGTERM.
 */
public final class TestNode extends Node {
  private TestNode(Environment environment, List<PluginInfo> plugins) {
    super(environment, plugins, false);
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(arguments[0]).toAbsolutePath();
    int port = arguments.length > 1 ? Integer.parseInt(arguments[1]) : freePort();
    Path config = Files.createDirectories(home.resolve("config"));
    Settings settings =
        Settings.builder()
            .put("path.home", home)
            .put("path.data", home.resolve("data"))
            .put("path.logs", home.resolve("logs"))
            .put("cluster.name", "paragraf-test")
            .put("node.name", "test")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", port)
            .put("transport.port", "0")
            .put("transport.type", "netty4")
            .put("http.type", "netty4")
            // the full disk of a build machine would make the indices read-only
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            // a misspelt name fails instead of making an index with guessed fields
            .put("action.auto_create_index", false)
            .build();
    Environment environment = InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), config, () -> "test");
    Node node = new TestNode(environment, List.of(netty()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node, stopped)));
    node.start();
    System.out.println("ready on 127.0.0.1:" + port);
    stopped.await();
  }

  private static PluginInfo netty() {
    Class<?> plugin = Netty4ModulePlugin.class;
    return new PluginInfo(
        plugin.getSimpleName(), "transport", "NA", Version.CURRENT, "21", plugin.getName(), null, List.of(), false);
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void close(Node node, CountDownLatch stopped) {
    try {
      node.close();
    } catch (Exception e) {
      e.printStackTrace();
    }
    stopped.countDown();
  }
}
