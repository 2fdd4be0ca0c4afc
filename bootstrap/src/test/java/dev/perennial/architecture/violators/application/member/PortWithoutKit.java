package dev.perennial.architecture.violators.application.member;

interface PortWithoutKit {
    void save();
}
