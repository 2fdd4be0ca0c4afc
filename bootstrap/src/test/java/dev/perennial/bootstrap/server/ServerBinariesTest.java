package dev.perennial.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerBinariesTest {

    @Test
    void binaries_go_where_the_environment_says_before_they_go_to_the_home_that_the_jdk_knows() {
        assertThat(ServerBinaries.cache(Map.of("XDG_CACHE_HOME", "/caches", "HOME", "/home/me"), "/users/ada"))
                .isEqualTo(Path.of("/caches/perennial"));
        assertThat(ServerBinaries.cache(Map.of("XDG_CACHE_HOME", "", "HOME", "/home/me"), "/users/ada"))
                .isEqualTo(Path.of("/home/me/.cache/perennial"));
        assertThat(ServerBinaries.cache(Map.of(), "/users/ada")).isEqualTo(Path.of("/users/ada/.cache/perennial"));
    }
}
