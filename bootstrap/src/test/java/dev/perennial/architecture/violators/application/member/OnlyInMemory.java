package dev.perennial.architecture.violators.application.member;

final class OnlyInMemory extends PortWithOneImplementationContract {}
