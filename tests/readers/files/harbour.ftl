# the the comment
welcome = Welcome to the the harbour, { $name }!
-brand-name = The Harbour
open =
    😀 We are open , and
    and it { -brand-name } stays so.
    .title = The ship is is here.
ships = { $count ->
    [one] One ship is is here.
   *[other] { $count } ships are here , all.
}
left = You have { $count ->
        [one] one the the message
       *[other] { $count } the the messages
    } left.
quoted = { "“" }It it is late{ "”" }, she said.
# tqcheck: ignore doubled-word
sea = The sea is is deep.
