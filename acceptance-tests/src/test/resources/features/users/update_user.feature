@article:update_user
Feature: Updating a user
  As someone who looks after users
  I want to change what I name and nothing else,
  so that a correction never costs what others wrote.

  The article's section: update_user, which moves a user to Tulsa and shows the whole user after the change.

  Rule: The whole user is shown after the change

    @smoke
    Example: Richard moves to Tulsa
      Given the user richard@example.com with:
        | languages | [Python, SQL] |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then the user richard@example.com is shown with:
        | city      | Tulsa         |
        | languages | [Python, SQL] |
      And the user's version is 2
      And the user was updated just now
      And the user richard@example.com is kept as shown

  Rule: Only what is named is changed

    Example: Richard's other attributes stay
      Given the user richard@example.com with:
        | city  | Oslo |
        | phone | 555  |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then only the city, the version and the time of the last change are different

    Example: Another user stays as it is
      Given the user richard@example.com
      And the user ada@example.com with:
        | city | London |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then the user ada@example.com is kept as shown

    Example: A part of an attribute is changed
      Given the user richard@example.com with:
        | address.city | Oslo |
        | address.zip  | 0150 |
      When Sam changes the user richard@example.com to have:
        | address.city | Tulsa |
      Then the user richard@example.com is shown with:
        | address.city | Tulsa |
        | address.zip  | 0150  |

    Example: A part is added to an attribute that was not there
      Given the user richard@example.com
      When Sam changes the user richard@example.com to have:
        | address.city | Tulsa |
      Then the user richard@example.com is shown with:
        | address.city | Tulsa |
      And the user richard@example.com is kept as shown

    Example: A list is changed as a whole
      Given the user richard@example.com with:
        | languages | [Python, SQL] |
      When Sam changes the user richard@example.com to have:
        | languages | [Java] |
      Then the user richard@example.com is shown with:
        | languages | [Java] |

    Example: Several attributes at once
      Given the user richard@example.com with:
        | city | Oslo |
      When Sam changes the user richard@example.com to have:
        | city  | Tulsa |
        | phone | 555   |
      Then the user richard@example.com is shown with:
        | city  | Tulsa |
        | phone | 555   |
      And the user's version is 2

  Rule: An attribute can be removed

    Example: Richard takes his phone number back
      Given the user richard@example.com with:
        | phone | 555  |
        | city  | Oslo |
      When Sam removes phone from the user richard@example.com
      Then the user has no phone
      And the user richard@example.com is shown with:
        | city | Oslo |
      And the user richard@example.com is kept as shown

    Example: Richard removes a part of his address
      Given the user richard@example.com with:
        | address.city | Oslo |
        | address.zip  | 0150 |
      When Sam removes address.zip from the user richard@example.com
      Then the user has no address.zip
      And the user richard@example.com is shown with:
        | address.city | Oslo |

  Rule: Every change counts, also one that makes no difference

    The version rises by one with each change that succeeds. Whoever has an older version in hand is told so.

    Example: Something that is not there is removed
      Given the user richard@example.com
      When Sam removes phone from the user richard@example.com
      Then the user has no phone
      And the user's version is 2

    Example: Richard moves to where he lives
      Given the user richard@example.com with:
        | city | Tulsa |
      When Sam changes the user richard@example.com to have:
        | city | Tulsa |
      Then the user richard@example.com is shown with:
        | city | Tulsa |
      And the user's version is 2

  Rule: A change is of 1 to 100 attributes

    Example: Sam changes as many as he may
      Given the user richard@example.com
      When Sam changes 100 attributes of the user richard@example.com
      Then this succeeds
      And the user's version is 2

    Scenario Outline: Sam changes <how many>
      Given the user richard@example.com
      When Sam changes <count> attributes of the user richard@example.com
      Then this is refused because <reason>
      And nothing was changed

      Examples: Too few and too many
        | how many               | count | reason                     |
        | nothing at all         | 0     | there is nothing to change |
        | one attribute too many | 101   | there are too many changes |

  Rule: An update never creates a user

    Example: Sam updates somebody unknown
      When Sam changes the user nobody@example.com to have:
        | city | Tulsa |
      Then this is refused because there is no such user
      And nothing was changed

    Example: Sam updates Ada after she was deleted
      Given the user ada@example.com
      And the user ada@example.com was deleted
      When Sam changes the user ada@example.com to have:
        | city | Tulsa |
      Then this is refused because there is no such user
      And nothing was changed

  Rule: A change that makes a user too large changes nothing

    @big
    Example: Sam adds another book to the notes
      Given the user ada@example.com with 300 KB of notes
      When Sam changes the user ada@example.com to have 101 KB of other notes
      Then this is refused because it is too large
      And nothing was changed

  Rule: Some things can only be set by the service

    Scenario Outline: Sam wants to change <what>
      Given the user ada@example.com
      When Sam changes <what> of the user ada@example.com to "<value>"
      Then this is refused because <what> can only be set by the service
      And nothing was changed

      Examples: Identity
        | what        | value |
        | the initial | b     |

      Examples: History
        | what                        | value             |
        | the time of creation        | 1566162573        |
        | the date of creation        | yesterday         |
        | the time of the last change | 1566162573.595367 |
        | the version                 | 7                 |
