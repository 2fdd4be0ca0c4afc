package dev.perennial.architecture.violators.persistence.shared;

import com.google.protobuf.Message;

record PersistenceWithMessage(Message message) {}
