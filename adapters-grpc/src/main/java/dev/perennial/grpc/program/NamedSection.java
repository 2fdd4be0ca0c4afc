package dev.perennial.grpc.program;

import dev.perennial.contract.program.v1.Named;
import java.util.List;

/** Partners, causes and benefits, both ways. */
final class NamedSection {

    private NamedSection() {}

    static List<dev.perennial.domain.program.Named> read(List<Named> protos) {
        return protos.stream()
                .map(proto -> new dev.perennial.domain.program.Named(proto.getId(), proto.getName()))
                .toList();
    }

    static List<Named> write(List<dev.perennial.domain.program.Named> named) {
        return named.stream()
                .map(each ->
                        Named.newBuilder().setId(each.id()).setName(each.name()).build())
                .toList();
    }
}
